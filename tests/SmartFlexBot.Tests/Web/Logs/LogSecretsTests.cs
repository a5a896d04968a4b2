using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Logs;

/// <summary>
/// A whole journey with every log turned up as far as it goes: what was said, who said it, and whatever opens something is in no line.
/// </summary>
public sealed class LogSecretsTests
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
        script.Name = JourneySecrets.Name;
        await script.PlayAsync(JourneySecrets.Journey);
        var secrets = await JourneySecrets.CollectAsync(script);

        var lines = script.Host.Log.Entries.Select(entry => entry.Message).ToList();
        lines.ShouldContain(line => line.StartsWith("SmartFlexBot", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        var found = from secret in secrets
                    from line in lines
                    where line.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select $"'{secret}' is in: {line}";
        found.Take(20).ShouldBeEmpty();
    }
}
