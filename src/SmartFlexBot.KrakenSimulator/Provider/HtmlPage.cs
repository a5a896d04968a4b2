using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace SmartFlexBot.KrakenSimulator.Provider;

/// <summary>
/// A page that stands for somebody else's: no script, marked as a demonstration, and closed to everything but its own form.
/// </summary>
internal static class HtmlPage
{
    private static readonly string Style = ReadStyle();
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <param name="title">Plain text.</param>
    /// <param name="content">HTML whose values are encoded.</param>
    /// <param name="formTarget">
    /// Another place that the form's answer redirects to. Chromium applies form-action to redirects as well, so it must be named.
    /// </param>
    /// <param name="status">Of HTTP.</param>
    /// <param name="standsFor">Whose page it is in the demonstration.</param>
    public static IResult Show(HttpContext http, string title, string content, Uri? formTarget = null, int status = StatusCodes.Status200OK,
        string standsFor = "the maker’s")
    {
        var formAction = formTarget is null ? "'self'" : $"'self' {formTarget.GetLeftPart(UriPartial.Authority)}";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <p class="note"><strong>Demonstration.</strong> This page stands for {standsFor}. No real account, no real car.</p>
            <div class="content">
            <h1>{Encode(title)}</h1>
            {content}
            </div>
            </main>
            </body>
            </html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        // The HTML parser turns CRLF into LF before the browser takes the hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
