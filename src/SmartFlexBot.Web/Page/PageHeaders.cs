using System.Net;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Page;

/// <summary>The security headers of every answer, and the policies behind them.</summary>
internal static class PageHeaders
{
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app)
    {
        var frameAncestors = app.ApplicationServices.GetRequiredService<IOptions<PageOptions>>().Value.FrameAncestors;
        return app.Use((context, next) =>
        {
            // At the last moment: the exception handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host))
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
                // Pages with needs of their own have set theirs.
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = PlainPolicy(frameAncestors);
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>Browsers remember it for every port: it would lock a developer out of all that runs without https there.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>For pages without script: our style sheets and pictures, nothing else.</summary>
    public static string PlainPolicy(string frameAncestors) =>
        $"default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src 'self'; frame-ancestors {frameAncestors}";

    /// <summary>For a page with a script of ours beside, and nothing that it could reach.</summary>
    public const string ScriptPolicy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; script-src 'self'; style-src 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>For a page with a form of ours, which nobody may put into a frame and have pressed by mistake.</summary>
    /// <param name="leadsTo">
    /// Where the form's answer sends the browser. Chromium applies form-action to redirects as well, and a maker may send it on to
    /// another of its hosts.
    /// </param>
    public static string FormPolicy(Uri leadsTo) =>
        $"default-src 'none'; base-uri 'none'; form-action 'self' https: {leadsTo.GetLeftPart(UriPartial.Authority)}; "
        + "img-src 'self'; style-src 'self'; frame-ancestors 'none'";

    /// <summary>
    /// For the chat. Web Chat adds style elements (nonce), draws its spinner and typing dots from blob: addresses, gives such an address to
    /// a file that is to be sent, and cards carry QR codes as data: pictures. Chromium, Firefox and Safari from 15.4 on count our own
    /// WebSocket among 'self'.
    /// </summary>
    /// <remarks>
    /// The scroller inside Web Chat 4.18.1 adds its style element without the nonce, empty, and fills it through the CSS object model.
    /// The hash is that of the empty text: it lets an empty inline style element stand and no other.
    /// </remarks>
    public static string ChatPolicy(string nonce, string frameAncestors) =>
        "default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'self' blob:; img-src 'self' blob: data:; "
        + $"script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; frame-ancestors {frameAncestors}";
}
