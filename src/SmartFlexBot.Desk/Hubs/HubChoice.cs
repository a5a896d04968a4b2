using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Desk.Hubs.Genesys;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>Which hub is set. A chat goes to one.</summary>
internal static class HubChoice
{
    private const string ChatwootSwitch = $"{ChatwootOptions.Section}:{nameof(ChatwootOptions.Url)}";
    private const string GenesysSwitch = $"{GenesysOptions.Section}:{nameof(GenesysOptions.Region)}";
    private const string HandoffSwitch = $"{HandoffOptions.Section}:{nameof(HandoffOptions.Enabled)}";

    public static bool HasChatwoot(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[ChatwootSwitch]);

    public static bool HasGenesys(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[GenesysSwitch]);

    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? ProblemIn(IConfiguration configuration)
    {
        string[] chosen =
        [
            .. HasChatwoot(configuration) ? (string[])[ChatwootSwitch] : [],
            .. HasGenesys(configuration) ? (string[])[GenesysSwitch] : [],
            .. HandoffOptions.IsEnabled(configuration) ? (string[])[HandoffSwitch] : [],
        ];
        return chosen.Length > 1 ? $"Set one of {string.Join(" and ", chosen)}: a chat goes to one hub." : null;
    }

    /// <returns>What to set; null where the market has opening hours.</returns>
    public static string? NeedsDesk(IServiceProvider services, string section) =>
        services.GetService<MarketSettings>() is { Desk: null }
            ? $"{section} is set, but the market says nothing of people: give its file a section desk with opening hours."
            : null;
}
