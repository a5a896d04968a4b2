using System.Net;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Shared;

/// <summary>
/// The customer's browser on the pages behind a link of the chat: presses each page's first button, first on our own (in this browser
/// runs no chat, so it is asked), then on the maker's.
/// </summary>
internal sealed partial class MakersPages(HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _browser = new(handler ?? new HttpClientHandler { CookieContainer = new CookieContainer() });

    /// <returns>The heading of the page that has no button any more.</returns>
    public async Task<string> AgreeAsync(Uri link, CancellationToken cancellationToken)
    {
        var page = await _browser.GetAsync(link, cancellationToken);
        while (true)
        {
            page.EnsureSuccessStatusCode();
            var html = await page.Content.ReadAsStringAsync(cancellationToken);
            var address = page.RequestMessage!.RequestUri!;
            page.Dispose();
            if (!Form().IsMatch(html))
            {
                return Heading().Match(html).Groups["text"].Value;
            }

            page = await PressAsync(address, html, cancellationToken);
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task<HttpResponseMessage> PressAsync(Uri page, string html, CancellationToken cancellationToken)
    {
        // Of radio buttons, the one that is chosen already: on Classic the page asks which car it is.
        var form = Input().Matches(html).Where(
            input => !input.Value.Contains("radio", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal))
            .Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value)))
            .Append((Name: "decision", Value: "allow"))
            .ToDictionary(field => field.Name, field => field.Value);
        using var body = new FormUrlEncodedContent(form);
        return await _browser.PostAsync(
            new Uri(page, WebUtility.HtmlDecode(Form().Match(html).Groups["action"].Value)), body, cancellationToken);
    }

    [GeneratedRegex("""<form[^>]*\baction="(?<action>[^"]*)""")]
    private static partial Regex Form();

    [GeneratedRegex("""<input[^>]*\bname="(?<name>[^"]*)"[^>]*\bvalue="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Input();

    [GeneratedRegex("<h1[^>]*>(?<text>[^<]*)")]
    private static partial Regex Heading();
}
