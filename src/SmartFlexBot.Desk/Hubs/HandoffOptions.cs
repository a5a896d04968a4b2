using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>Settings section "Hub:Handoff": clients of Direct Line bring agents in themselves, told by handoff.initiate.</summary>
public sealed class HandoffOptions
{
    public const string Section = "Hub:Handoff";

    /// <summary>Clients may post handoff.status then, each in its own conversation.</summary>
    public bool Enabled { get; set; }

    /// <summary>Named in handoff.initiate, for routing.</summary>
    public string? Skill { get; set; }

    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue<bool>($"{Section}:{nameof(Enabled)}");
}

internal sealed class HandoffOptionsCheck(IServiceProvider services, IConfiguration configuration) : IValidateOptions<HandoffOptions>
{
    public ValidateOptionsResult Validate(string? name, HandoffOptions options) => options.Enabled switch
    {
        false => ValidateOptionsResult.Success,
        _ when !string.IsNullOrEmpty(configuration[$"{ChatwootOptions.Section}:{nameof(ChatwootOptions.Url)}"]) =>
            ValidateOptionsResult.Fail("Set Hub:Handoff:Enabled or Hub:Chatwoot:Url, not both: a chat goes to one hub."),
        _ when services.GetService<MarketSettings>() is { Desk: null } => ValidateOptionsResult.Fail(
            "Hub:Handoff is set, but the market says nothing of people: give its file a section desk with opening hours."),
        _ => ValidateOptionsResult.Success,
    };
}
