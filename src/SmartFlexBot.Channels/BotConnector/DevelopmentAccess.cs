using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Who may post without a token: in Development and without an app id everybody on this machine, else nobody.</summary>
internal sealed class DevelopmentAccess(IOptions<BotConnectorOptions> options, IHostEnvironment environment)
{
    /// <exception cref="RequestRefusedException">401 there is no way in without a token, 403 the caller is on another machine.</exception>
    public void Check(HttpContext context)
    {
        if (!environment.IsDevelopment() || options.Value.HasAppId)
        {
            throw RequestRefusedException.Unauthorized(
                "Without a token activities are taken in Development alone. Channels need the bot's BotConnector:AppId to be set.");
        }

        // The host too: a page elsewhere whose name is made to resolve to this machine still says its own name.
        if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller) || !IsAskedForHere(context.Request))
        {
            throw RequestRefusedException.Forbidden(
                "Without a token this address answers callers on the same machine alone. Use http://localhost or http://127.0.0.1.");
        }
    }

    /// <summary>
    /// Where a public address stands in the place of what the caller asked for, that is kept in a header. Both have to be here.
    /// </summary>
    private static bool IsAskedForHere(HttpRequest request) =>
        Loopback.IsHost(request.Host.Host)
        && (request.Headers["X-Original-Host"].ToString() is not { Length: > 0 } original
            || Loopback.IsHost(new HostString(original).Host));
}

internal static class Loopback
{
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <returns>An address replies may be sent to; null for any that is not on this machine.</returns>
    public static Uri? ServiceUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
        && IsHost(url.Host)
            ? url
            : null;
}
