using System.Text.Encodings.Web;

namespace SmartFlexBot.Web.Page;

/// <summary>
/// A page with a heading and a few sentences, in the look of the chat, readable without script: the way back from a sign-in, an error,
/// a question. Everything is encoded; callers pass plain text.
/// </summary>
public static class PageShell
{
    /// <param name="language">BCP-47 language of the texts.</param>
    public static IResult Result(
        string language, string heading, IReadOnlyList<string> paragraphs, PageLink? link = null, int statusCode = 200) =>
        Result(language, heading, ShellContent.Of(paragraphs, link), statusCode);

    /// <inheritdoc cref="Result(string, string, IReadOnlyList{string}, PageLink?, int)"/>
    public static IResult Result(string language, string heading, ShellContent content, int statusCode = 200) =>
        Results.Content(Html(language, heading, content), "text/html; charset=utf-8", statusCode: statusCode);

    /// <param name="language">BCP-47 language of the texts.</param>
    public static string Html(string language, string heading, ShellContent content)
    {
        var encode = HtmlEncoder.Default;
        var title = encode.Encode(heading);
        return $"""
            <!doctype html>
            <html lang="{encode.Encode(language)}">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="color-scheme" content="light dark">
                <title>{title}</title>
                <link rel="icon" href="/brand/logo">
                <link rel="stylesheet" href="/css/tokens.css">
                <link rel="stylesheet" href="/brand/colours.css">
                <link rel="stylesheet" href="/css/shell.css">
              </head>
              <body>
                <main class="shell">
                  <img src="/brand/logo" alt="" width="56" height="56">
                  <h1>{title}</h1>
                  {content}
                </main>
              </body>
            </html>

            """;
    }
}
