using System.Text;
using System.Text.Encodings.Web;

namespace SmartFlexBot.Web.Page;

/// <param name="Text">The link's words.</param>
/// <param name="Href">An address of ours or an absolute http(s) address.</param>
public sealed record PageLink(string Text, string Href);

/// <summary>
/// A page with a heading, a few sentences and perhaps one link, in the look of the chat and without script: the way back from a
/// sign-in, an error. Everything is encoded here; callers pass plain text.
/// </summary>
public static class PageShell
{
    /// <param name="language">BCP-47 language of the texts.</param>
    public static IResult Result(
        string language, string heading, IReadOnlyList<string> paragraphs, PageLink? link = null, int statusCode = 200) =>
        Results.Content(Html(language, heading, paragraphs, link), "text/html; charset=utf-8", statusCode: statusCode);

    /// <inheritdoc cref="Result"/>
    public static string Html(string language, string heading, IReadOnlyList<string> paragraphs, PageLink? link = null)
    {
        var encode = HtmlEncoder.Default;
        var body = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            body.Append("<p>").Append(encode.Encode(paragraph)).Append("</p>\n        ");
        }

        if (link is not null)
        {
            body.Append("<a class=\"shell-link\" href=\"").Append(encode.Encode(link.Href)).Append("\">")
                .Append(encode.Encode(link.Text)).Append("</a>");
        }

        var title = encode.Encode(heading);
        return $"""
            <!doctype html>
            <html lang="{encode.Encode(language)}">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="color-scheme" content="light dark">
                <title>{title}</title>
                <link rel="icon" href="/img/mark.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/css/tokens.css">
                <link rel="stylesheet" href="/css/shell.css">
              </head>
              <body>
                <main class="shell">
                  <img src="/img/mark.svg" alt="" width="56" height="56">
                  <h1>{title}</h1>
                  {body.ToString().TrimEnd()}
                </main>
              </body>
            </html>

            """;
    }
}
