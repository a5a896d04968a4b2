using System.Net;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>The browser that links of the chat open in: follows redirects, keeps cookies, presses buttons of forms.</summary>
internal sealed partial class CustomerBrowser : IDisposable
{
    private readonly HttpClient _http;
    private string _html = "";

    public CustomerBrowser()
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
    }

    /// <summary>Where it is now, after all redirects.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Where it ever was.</summary>
    public List<Uri> Visited { get; } = [];

    public string Text => WebUtility.HtmlDecode(Tags().Replace(StyleElement().Replace(_html, ""), " "));

    public bool Has(string caption) => Find(Buttons(), caption.Equals) is not null || Find(Links(), caption.Equals) is not null;

    /// <summary>A chat on the supplier's page runs in this browser: the page shows its token to this host, which sets a cookie.</summary>
    public async Task RunChatAsync(Uri bot, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot, "/v3/directline/session/getsessionid"));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What the page loads beside itself, such as a picture.</summary>
    public Task<HttpResponseMessage> GetAsync(Uri address) => _http.GetAsync(address, TestContext.Current.CancellationToken);

    public async Task OpenAsync(Uri address)
    {
        using var response = await _http.GetAsync(address, TestContext.Current.CancellationToken);
        await ArriveAsync(response);
    }

    /// <summary>Follows the link of that caption, or sends the page's form with what is filled in, as its button does.</summary>
    public Task PressAsync(string caption) => PressAsync(caption, caption.Equals);

    /// <param name="caption">What is looked for, in the script's words.</param>
    /// <param name="fits">Whether a caption is that.</param>
    public async Task PressAsync(string caption, Predicate<string> fits)
    {
        if (Find(Links(), fits) is { } link)
        {
            await OpenAsync(new Uri(Address!, WebUtility.HtmlDecode(link.Groups["href"].Value)));
            return;
        }

        var button = Find(Buttons(), fits)
            ?? throw new ScriptException($"The page at {Address?.AbsolutePath} has no button \"{caption}\". It says: {Text}");
        var action = FormAction().Match(_html).Groups["action"].Value;
        var values = Inputs().Matches(_html)
            .Where(input => !input.Value.Contains("radio", StringComparison.Ordinal)
                || input.Value.Contains("checked", StringComparison.Ordinal))
            .ToDictionary(input => input.Groups["name"].Value, input => WebUtility.HtmlDecode(input.Groups["value"].Value));
        if (button.Groups["name"].Success)
        {
            values[button.Groups["name"].Value] = button.Groups["value"].Value;
        }

        using var form = new FormUrlEncodedContent(values);
        using var response =
            await _http.PostAsync(new Uri(Address!, WebUtility.HtmlDecode(action)), form, TestContext.Current.CancellationToken);
        await ArriveAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private Match? Find(Regex elements, Predicate<string> fits) =>
        elements.Matches(_html).FirstOrDefault(element => fits(WebUtility.HtmlDecode(element.Groups["caption"].Value).Trim()));

    private async Task ArriveAsync(HttpResponseMessage response)
    {
        Address = response.RequestMessage!.RequestUri;
        Visited.Add(Address!);
        _html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<button(?:[^>]*?name="(?<name>[^"]*)"\s+value="(?<value>[^"]*)")?[^>]*>(?<caption>[^<]*)</button>""")]
    private static partial Regex Buttons();

    [GeneratedRegex("""<a[^>]*href="(?<href>[^"]*)"[^>]*>(?<caption>[^<]*)</a>""")]
    private static partial Regex Links();

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]*)""")]
    private static partial Regex FormAction();

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]*)"[^>]*value="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Inputs();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex(@"(?:<[^>]+>|\s)+")]
    private static partial Regex Tags();
}
