using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// Where replies may go. With an app id the bot's token goes with them, and with the token anybody could write in the bot's name: so to
/// hosts on the list alone, over https (bot protocol C3). Without one, in Development, to this machine alone and without a token.
/// </summary>
internal sealed class ServiceUrls(IOptions<BotConnectorOptions> options)
{
    private readonly string[] _hosts = [.. ConnectorCloud.Of(options.Value.Cloud).ServiceHosts, .. options.Value.ServiceHosts];

    /// <summary>What a refusal says of it.</summary>
    public string Rule => options.Value.HasAppId
        ? "serviceUrl must be the https address of a channel's own host."
        : "serviceUrl must be an http or https address on this machine.";

    /// <returns>Null for what nothing may be sent to.</returns>
    public Uri? Find(string? text) => options.Value.HasAppId ? OfChannel(text) : Loopback.ServiceUrl(text);

    private Uri? OfChannel(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && IsPlain(url) && IsListed(url.IdnHost) ? url : null;

    private static bool IsPlain(Uri url) =>
        url is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "", HostNameType: UriHostNameType.Dns };

    private bool IsListed(string host) => Array.Exists(_hosts, listed => listed is ['.', ..]
        ? host.Length > listed.Length && host.EndsWith(listed, StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase));
}
