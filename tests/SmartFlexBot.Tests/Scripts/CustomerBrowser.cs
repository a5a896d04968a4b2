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

    public string Text => WebUtility.HtmlDecode(Tags().Replace(StyleElement().Replace(_html, ""), " "));

    public bool Has(string caption) => Buttons().Matches(_html).Any(button => WebUtility.HtmlDecode(button.Groups["caption"].Value).Trim() == caption);

    public async Task OpenAsync(Uri address)
    {
        using var response = await _http.GetAsync(address, TestContext.Current.CancellationToken);
        await ArriveAsync(response);
    }

    /// <summary>Sends the page's form with what is filled in, as its button of that caption does.</summary>
    public async Task PressAsync(string caption)
    {
        var button = Buttons().Matches(_html).FirstOrDefault(button => WebUtility.HtmlDecode(button.Groups["caption"].Value).Trim() == caption)
            ?? throw new ScriptException($"The page at {Address?.AbsolutePath} has no button \"{caption}\". It says: {Text}");
        var action = FormAction().Match(_html).Groups["action"].Value;
        var values = Inputs().Matches(_html)
            .Where(input => !input.Value.Contains("radio", StringComparison.Ordinal) || input.Value.Contains("checked", StringComparison.Ordinal))
            .ToDictionary(input => input.Groups["name"].Value, input => WebUtility.HtmlDecode(input.Groups["value"].Value));
        if (button.Groups["name"].Success) values[button.Groups["name"].Value] = button.Groups["value"].Value;
        using var form = new FormUrlEncodedContent(values);
        using var response = await _http.PostAsync(new Uri(Address!, WebUtility.HtmlDecode(action)), form, TestContext.Current.CancellationToken);
        await ArriveAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private async Task ArriveAsync(HttpResponseMessage response)
    {
        Address = response.RequestMessage!.RequestUri;
        _html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<button(?:[^>]*?name="(?<name>[^"]*)"\s+value="(?<value>[^"]*)")?[^>]*>(?<caption>[^<]*)</button>""")]
    private static partial Regex Buttons();

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]*)""")]
    private static partial Regex FormAction();

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]*)"[^>]*value="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Inputs();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex(@"(?:<[^>]+>|\s)+")]
    private static partial Regex Tags();
}
