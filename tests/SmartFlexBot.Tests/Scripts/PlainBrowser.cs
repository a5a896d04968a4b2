using System.Net;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>A browser that has nothing to do with the chat: it keeps cookies whatever the time is, and follows nothing.</summary>
internal sealed partial class PlainBrowser(Uri address)
{
    private readonly Dictionary<string, string> _cookies = [];

    /// <returns>The fields of a page's form, and those of a button.</returns>
    public static FormUrlEncodedContent FormOf(string page, params (string Name, string Value)[] pressed) => new(
    [
        .. Hidden().Matches(page).Select(field => KeyValuePair.Create(
            field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
        .. pressed.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ]);

    public static string SixDigitsOn(string page) => Digits().Match(page).Value;

    public async Task<string?> LeadsToAsync(string path, HttpContent? form = null)
    {
        using var answer = await SendAsync(path, form);
        return answer.Headers.Location?.OriginalString;
    }

    public async Task<string> OpenAsync(string path)
    {
        using var answer = await SendAsync(path, form: null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await SendAsync(path, form: null);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, HttpContent? form)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, path))
        {
            Content = form,
        };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)">""")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\b\d{3} \d{3}\b")]
    private static partial Regex Digits();
}
