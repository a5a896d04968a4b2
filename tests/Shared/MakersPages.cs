using System.Net;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Shared;

/// <summary>The customer's browser on the maker's pages: opens a link of the chat and presses the page's first button.</summary>
internal sealed partial class MakersPages(HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _browser = new(handler ?? new HttpClientHandler { CookieContainer = new CookieContainer() });

    /// <returns>The heading of the page that comes after the button.</returns>
    public async Task<string> AgreeAsync(Uri link, CancellationToken cancellationToken)
    {
        using var page = await _browser.GetAsync(link, cancellationToken);
        page.EnsureSuccessStatusCode();
        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        // Of radio buttons, the one that is chosen already: on Classic the page asks which car it is.
        var form = Input().Matches(html).Where(input => !input.Value.Contains("radio", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal))
            .Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value)))
            .Append((Name: "decision", Value: "allow"))
            .ToDictionary(field => field.Name, field => field.Value);
        using var body = new FormUrlEncodedContent(form);
        var address = new Uri(page.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(Form().Match(html).Groups["action"].Value));
        using var next = await _browser.PostAsync(address, body, cancellationToken);
        next.EnsureSuccessStatusCode();
        return Heading().Match(await next.Content.ReadAsStringAsync(cancellationToken)).Groups["text"].Value;
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("""<form[^>]*\baction="(?<action>[^"]*)""")]
    private static partial Regex Form();

    [GeneratedRegex("""<input[^>]*\bname="(?<name>[^"]*)"[^>]*\bvalue="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Input();

    [GeneratedRegex("<h1[^>]*>(?<text>[^<]*)")]
    private static partial Regex Heading();
}
