using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>A whole journey in which much is said, and everything of it that nobody else should find anywhere.</summary>
internal static partial class JourneySecrets
{
    public const string Name = "Annabel Quux";

    public const string Journey = """
        user comes
        ...
        user: Hello Xylophone, my Tesla is quite new
        ...
        tab 2: user: Tesla Model 3 Long Range and an Ohme Home Pro
        ...
        the customer goes on to live
        user: Zwetschgenkuchen
        ...
        user: https://maker.example/return?state=Pasted1&code=Pasted2
        ...
        fault: * malformed times 3
        user: status
        time passes: 3 minutes
        ...
        """;

    /// <returns>Names, numbers, words and secrets; each link was opened by a stranger too.</returns>
    public static async Task<IReadOnlyList<string>> CollectAsync(Script script) =>
    [
        .. Fixed(script), .. await HomeAsync(script), .. Addresses(script), .. await LinksAsync(script), .. await FollowStreamAsync(script),
    ];

    private static string[] Fixed(Script script) =>
    [
        script.Account, "Annabel", "Quux", "Xylophone", "Zwetschgenkuchen", "quite new", "Pasted1", "Pasted2",
        $"customer-of-{script.Account}",
        "sim-organisation-secret", "development-direct-line-secret", script.Text("devices.ask.Both")[..40], script.Text("live.title"),
    ];

    /// <summary>Every link of the chat, and the picture of it, is opened once more.</summary>
    /// <returns>The codes in them.</returns>
    private static async Task<IReadOnlyList<string>> LinksAsync(Script script)
    {
        var tab = await script.TabAsync("1");
        var cards = string.Concat(tab.Cards.Select(card => card.Content.ToJsonString()));
        var codes = Code().Matches(cards).Select(match => match.Value).Distinct().ToList();
        codes.Count.ShouldBe(3, "The sign-in, the key with its picture, and the key again beside the test.");
        using var stranger = new CustomerBrowser();
        foreach (var address in Link().Matches(cards).Select(match => new Uri(match.Value)))
        {
            await stranger.OpenAsync(address);
        }

        return codes;
    }

    private static IEnumerable<string> Addresses(Script script) => script.Browser.Visited
        .SelectMany(address => QueryHelpers.ParseQuery(address.Query))
        .Where(pair => pair.Key is "state" or "code" or "car").SelectMany(pair => pair.Value).OfType<string>();

    private static async Task<IReadOnlyList<string>> HomeAsync(Script script)
    {
        var home = await script.Host.Services.GetRequiredService<IAccountDirectory>()
            .ReadPropertiesAsync(script.Account, TestContext.Current.CancellationToken);
        return [home[0].Address![..8]];
    }

    /// <returns>All tokens that the chat ever had.</returns>
    private static async Task<IReadOnlyList<string>> FollowStreamAsync(Script script)
    {
        var client = (await script.TabAsync("1")).Client;
        var address = await client.StreamAddressAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        socket.Abort();
        return [.. client.Tokens, QueryHelpers.ParseQuery(address.Query)["t"].Single()!];
    }

    [GeneratedRegex(@"(?<=/auth/(?:start|qr)/|/tariff/\w+/)[0-9a-f]{32}")]
    private static partial Regex Code();

    [GeneratedRegex(@"http://[^""\s]+/(?:auth|tariff)/[^""\s]+")]
    private static partial Regex Link();
}
