using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Proxy;

/// <summary>
/// The host as a proxy calls it: over plain HTTP, under a name of its own, from an address that is not the customer's. Of the addresses
/// of this machine, 127.0.0.2 is the proxy that the settings name.
/// </summary>
public sealed class BehindAProxyTests : IAsyncLifetime
{
    private const string Public = "https://chat.example.com";
    private const string Named = "127.0.0.2";
    private const string Unnamed = "127.0.0.3";
    private const int CallsPerMinute = 3;

    private ScriptHost? _host;

    public async ValueTask InitializeAsync() => _host = await ScriptHost.StartAsync(
        $"Onboarding:PublicUrl={Public}", $"Proxy:Addresses:0={Named}", $"Page:SessionCallsPerMinute={CallsPerMinute}");

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task Addresses_and_cookies_are_those_of_the_public_address()
    {
        using var browser = Through(Named);

        using var opened = await OpenSessionAsync(browser, "10.1.2.3");
        var session = (await opened.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
        using var started =
            await browser.PostAsJsonAsync("/v3/directline/conversations", new JsonObject(), TestContext.Current.CancellationToken);
        var conversation = (await started.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;

        ((string)conversation["streamUrl"]!).ShouldStartWith("wss://chat.example.com/v3/directline/conversations/");
        cookie.ShouldStartWith("__Host-");
        cookie.ShouldContain("; secure", Case.Insensitive);
    }

    [Fact]
    public async Task The_browser_is_told_to_stay_with_https_and_not_which_server_this_is()
    {
        using var browser = Through(Named);

        foreach (var path in new[] { "/", "/css/shell.css", "/nowhere", "/auth/start/0", "/v3/directline/nowhere", "/health/live" })
        {
            using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);

            answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"], path);
            answer.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Theory]
    [InlineData(Public, HttpStatusCode.OK)]
    [InlineData("http://chat.example.com", HttpStatusCode.Forbidden)]
    [InlineData("https://chat.example.com:8443", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task A_browser_that_sends_no_Sec_Fetch_Site_is_known_by_its_origin(string? origin, HttpStatusCode expected)
    {
        using var browser = Through(Named);

        using var answer = await OpenSessionAsync(browser, "10.1.2.3", origin);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Each_customer_behind_the_named_proxy_has_a_limit_of_their_own()
    {
        using var proxy = Through(Named);

        for (var call = 0; call < CallsPerMinute; call++)
        {
            (await StatusAsync(proxy, "10.0.0.1")).ShouldBe(HttpStatusCode.OK);
        }

        (await StatusAsync(proxy, "10.0.0.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        // What the customer wrote there stands before what the proxy adds.
        (await StatusAsync(proxy, "10.9.9.9, 10.0.0.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(proxy, "10.0.0.2")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_else_is_believed_and_an_unnamed_proxy_is_complained_of_once()
    {
        using var stranger = Through(Unnamed);

        for (var call = 0; call < CallsPerMinute; call++)
        {
            (await StatusAsync(stranger, $"10.0.1.{call}")).ShouldBe(HttpStatusCode.OK);
        }

        (await StatusAsync(stranger, "10.0.1.99")).ShouldBe(HttpStatusCode.TooManyRequests);
        _host!.Log.Entries.Select(entry => entry.Message).Where(message => message.Contains("Proxy:Addresses", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldContain(Unnamed);
    }

    [Fact]
    public async Task A_browser_that_comes_by_itself_is_no_proxy()
    {
        using var browser = Through(Unnamed);

        (await browser.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _host!.Log.Entries.ShouldNotContain(entry => entry.Message.Contains("Proxy:Addresses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_and_scheme_that_come_with_a_request_decide_nothing()
    {
        using var proxy = Through(Named);
        proxy.DefaultRequestHeaders.Host = "evil.example";
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        proxy.DefaultRequestHeaders.Add("Forwarded", "host=evil.example;proto=http");

        using var opened = await OpenSessionAsync(proxy, "10.0.2.1");

        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        opened.Headers.GetValues("Set-Cookie").Single().ShouldContain("; secure", Case.Insensitive);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string forwardedFor)
    {
        using var answer = await OpenSessionAsync(browser, forwardedFor);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> OpenSessionAsync(HttpClient browser, string forwardedFor, string? origin = Public)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session") { Content = JsonContent.Create(new JsonObject()) };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Calls from that address of this machine.</summary>
    private HttpClient Through(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, _host!.Address.Port, cancellationToken);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = _host!.Address };
}
