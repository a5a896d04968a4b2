using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>An agent's browser: keeps cookies, and sends what the desk's own scripts send.</summary>
internal sealed partial class DeskBrowser(TestServer server)
{
    private readonly HttpClient _http = NewClient(server);

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>What the page that was opened last gave for its changes.</summary>
    public string? Proof { get; set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> SignInAsync(string agent, string password)
    {
        using var page = await GetAsync("/desk/sign-in");
        var proof = FormProof().Match(await page.Content.ReadAsStringAsync(Token)).Groups[1].Value;
        return await SendAsync(new(HttpMethod.Post, "/desk/sign-in")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["proof"] = proof, ["agent"] = agent, ["password"] = password }),
        });
    }

    /// <returns>The desk's page.</returns>
    public async Task<string> OpenAsync()
    {
        using var answer = await GetAsync("/desk");
        var page = await answer.Content.ReadAsStringAsync(Token);
        Proof = PageProof().Match(page).Groups[1].Value;
        return page;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(With(new(HttpMethod.Get, path), headers));

    public Task<HttpResponseMessage> PostAsync(string path, object body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (headers.Length == 0)
        {
            headers = [("Sec-Fetch-Site", "same-origin")];
        }

        if (Proof is not null)
        {
            request.Headers.Add("RequestVerificationToken", Proof);
        }

        return SendAsync(With(request, headers));
    }

    /// <summary>As a form of the page is sent, without any script.</summary>
    public Task<HttpResponseMessage> SubmitAsync(
        string path, (string Name, string Value)[]? fields = null, params (string Name, string Value)[] headers)
    {
        var all = (fields ?? []).Append((Name: "proof", Value: Proof ?? "")).Select(field => KeyValuePair.Create(field.Name, field.Value));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) };
        return SendAsync(With(request, headers.Length == 0 ? [("Sec-Fetch-Site", "same-origin")] : headers));
    }

    public Task<HttpResponseMessage> ActAsync(string chat, string clientId, object act) =>
        PostAsync($"/desk/chats/{chat}/acts", new { clientId, act });

    /// <summary>Reads the stream until so many of its lines came.</summary>
    public async Task<IReadOnlyList<string>> ListenAsync(string path, int lines, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(With(new(HttpMethod.Get, path), headers));
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        var heard = new List<string>();
        while (heard.Count < lines && await reader.ReadLineAsync(Token) is { } line)
        {
            if (line.Length > 1)
            {
                heard.Add(line);
            }
        }

        return heard;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (cookie, "");
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return answer;
    }

    private static HttpRequestMessage With(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static HttpClient NewClient(TestServer server)
    {
        var client = new HttpClient(server.CreateHandler()) { BaseAddress = new("https://chat.example") };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    [GeneratedRegex("""name="proof" value="([^"]+)""")]
    private static partial Regex FormProof();

    [GeneratedRegex("""<meta name="proof" content="([^"]+)""")]
    private static partial Regex PageProof();
}
