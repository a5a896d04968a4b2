using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Logs;

/// <summary>
/// A whole journey with every log turned up as far as it goes: what was said, who said it, and whatever opens something is in no line.
/// </summary>
public sealed partial class LogSecretsTests
{
    /// <summary>Everything at Trace, the categories too that the shipped settings turn down.</summary>
    private static readonly string[] Loud =
    [
        "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft=Trace", "Logging:LogLevel:Orleans=Trace",
        "Logging:LogLevel:Orleans.Runtime.Watchdog=Trace",
        "Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Trace", "Logging:LogLevel:System.Net.Http=Trace",
        "Logging:LogLevel:Polly=Trace",
        "Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel=Trace",
        "Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Trace", "Logging:LogLevel:System.Net.Http.HttpClient=Trace",
    ];

    [Theory]
    [InlineData("Wizard")]
    [InlineData("Classic")]
    public async Task No_line_holds_what_was_said_or_what_opens_something(string api)
    {
        await using var script = await Script.StartAsync(api, settings: Loud);
        script.Name = "Annabel Quux";
        await script.PlayAsync("""
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
            """);
        var links = await LinksAsync(script);
        var stream = await FollowStreamAsync(script);
        var secrets = (IReadOnlyList<string>)[.. Fixed(script), .. await HomeAsync(script), .. Addresses(script), .. links, .. stream];

        var lines = script.Host.Log.Entries.Select(entry => entry.Message).ToList();
        lines.ShouldContain(line => line.StartsWith("SmartFlexBot", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        var found = from secret in secrets
                    from line in lines
                    where line.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select $"'{secret}' is in: {line}";
        found.Take(20).ShouldBeEmpty();
    }

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
        codes.Count.ShouldBe(2, "The sign-in, and the key with its picture.");
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
