using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Stops the start with a sentence that names the setting to change.</summary>
internal sealed class BotConnectorOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, BotConnectorOptions options)
    {
        string?[] failures = [Account(options), AppId(options), .. BotCredential.Failures(options), .. options.ServiceHosts.Select(Host)];
        return failures.Any(failure => failure is not null)
            ? ValidateOptionsResult.Fail(failures.OfType<string>())
            : ValidateOptionsResult.Success;
    }

    private string? Account(BotConnectorOptions options) => !string.IsNullOrEmpty(options.DevelopmentAccount)
        ? (environment.IsDevelopment(), options.HasAppId) switch
        {
            (false, _) =>
                "BotConnector:DevelopmentAccount would give every caller one customer's account. Leave it out outside Development.",
            (true, true) =>
                "BotConnector:DevelopmentAccount is for a bot without an app id. Leave out either it or BotConnector:AppId.",
            _ => null,
        }
        : null;

    /// <summary>As it stands in tokens: it is compared to the letter.</summary>
    private static string? AppId(BotConnectorOptions options) =>
        options.HasAppId && !(Guid.TryParseExact(options.AppId, "D", out var id) && id.ToString("D") == options.AppId)
            ? "BotConnector:AppId must be the app id of the Azure Bot: a GUID like 00000000-0000-0000-0000-000000000001, in small letters."
            : null;

    private static string? Host(string host) => Uri.CheckHostName(host.TrimStart('.')) == UriHostNameType.Dns && host.Contains('.')
        ? null
        : $"BotConnector:ServiceHosts has '{host}'. Write a host like connector.example.com, or .example.com for all below it.";
}
