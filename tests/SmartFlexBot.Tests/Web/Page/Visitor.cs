using System.Net.Http.Json;
using Microsoft.AspNetCore.TestHost;

namespace SmartFlexBot.Tests.Web.Page;

/// <summary>A browser: keeps the cookie, sends what the page's own scripts send.</summary>
internal sealed class Visitor(TestServer server, string scheme)
{
    private readonly HttpClient _http = CreateClient(server, scheme);

    public string? Cookie { get; set; }

    public string? SetCookie { get; private set; }

    public async Task<SessionView> OpenAsync(object? body = null)
    {
        var answer = await SendAsync(HttpMethod.Post, JsonContent.Create(body ?? new { }));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SessionView>())!;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent content) =>
        SendAsync(new HttpRequestMessage(method, "/session") { Content = content, Headers = { { "Sec-Fetch-Site", "same-origin" } } });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        var answer = await _http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var values))
        {
            SetCookie = values.Single();
            var pair = SetCookie.Split(';')[0];
            Cookie = pair.EndsWith('=') ? null : pair;
        }
        return answer;
    }

    private static HttpClient CreateClient(TestServer server, string scheme)
    {
        var client = server.CreateClient();
        client.BaseAddress = new Uri($"{scheme}://chat.example");
        return client;
    }
}

internal static class Answers
{
    public static Task<string> TextAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

internal sealed record SessionView(
    string Token, string ConversationId, string UserId, string Locale, int ExpiresIn, bool Simulator, string? Customer);
