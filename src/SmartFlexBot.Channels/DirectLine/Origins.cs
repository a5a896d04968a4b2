using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Which pages may start, post and stream (bot protocol D5: the configured origins beat those in a token).</summary>
internal static class Origins
{
    /// <summary>True for "https://host" or "http://host:port" as browsers write it: lower case, no path, no final slash.</summary>
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        // The authority is without user-info; "https://@host" has an empty one.
        && $"{uri.Scheme}://{uri.Authority}" == text;

    /// <summary>
    /// Browsers name their origin on every POST and every WebSocket; where origins are restricted, a caller without one is refused.
    /// </summary>
    /// <exception cref="RequestRefusedException">403: the page is not one of the trusted ones.</exception>
    public static void Check(HttpRequest request, IReadOnlyList<string> configured, IReadOnlyList<string> inToken)
    {
        var trusted = configured.Count > 0 ? configured : inToken;
        if (trusted.Count == 0)
        {
            return;
        }

        var origin = request.Headers.Origin;
        if (StringValues.IsNullOrEmpty(origin) || (!trusted.Contains(origin.ToString(), StringComparer.Ordinal) && !IsOwn(request)))
        {
            throw RequestRefusedException.Forbidden("This page's origin is not one of the trusted origins.");
        }
    }

    private static bool IsOwn(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
