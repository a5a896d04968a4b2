using System.Net;
using System.Net.Sockets;
using System.Text;
using SmartFlexBot.EndToEnd.Tests.DirectLine;

namespace SmartFlexBot.EndToEnd.Tests.BadInput;

/// <summary>Whatever comes in over HTTP, the answer is clear, it is never our fault (5xx), and nobody's conversation suffers.</summary>
public sealed class BadInputTests(RunningBot bot) : IClassFixture<RunningBot>
{
    [Theory]
    [InlineData("POST", "/v3/directline/tokens/generate", "secret")]
    [InlineData("POST", "/v3/directline/tokens/refresh", "token")]
    [InlineData("POST", "/v3/directline/conversations", "token")]
    [InlineData("POST", "/v3/directline/conversations/{own}/activities", "token")]
    [InlineData("POST", "/v3/directline/conversations/{own}/upload", "token")]
    [InlineData("POST", "/session", null)]
    [InlineData("DELETE", "/session", null)]
    [InlineData("POST", "/simulator/graphql", null)]
    [InlineData("POST", "/simulator/control/clock", null)]
    [InlineData("PUT", "/simulator/control/accounts/A-0FF16006/car", null)]
    [InlineData("PUT", "/simulator/control/faults", null)]
    [InlineData("POST", "/simulator/provider/authorize", null)]
    [InlineData("POST", "/simulator/tesla/key", null)]
    [InlineData("POST", "/auth/return", null)]
    [InlineData("POST", "/auth/start/00000000000000000000000000000000", null)]
    public async Task Bad_bodies_get_a_clear_answer(string method, string path, string? credential)
    {
        var token = credential switch { "secret" => DirectLineClient.Secret, "token" => bot.Customer.Token, _ => null };
        var problems = new List<string?>();
        foreach (var (name, body) in BadBodies.All)
        {
            using var answer = await bot.SendAsync(new(method), Own(path), body, token);
            problems.Add(await Answer.ProblemAsync($"{method} {path} with {name}", answer));
        }

        problems.ShouldAllBe(problem => problem == null);
    }

    [Theory]
    [InlineData("half an object", HttpStatusCode.BadRequest)]
    [InlineData("numbers for texts", HttpStatusCode.BadRequest)]
    [InlineData("an unknown type", HttpStatusCode.BadRequest)]
    [InlineData("the runtime's own event", HttpStatusCode.BadRequest)]
    [InlineData("bytes by chance", HttpStatusCode.BadRequest)]
    [InlineData("300 KB of text", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_bad_activity_is_refused(string name, HttpStatusCode status)
    {
        var body = BadBodies.All.Single(bad => bad.Name == name).Body;
        using var answer =
            await bot.SendAsync(HttpMethod.Post, Own("/v3/directline/conversations/{own}/activities"), body, bot.Customer.Token);
        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJkbF9jdXN0b21lciJ9.")]
    [InlineData("{own, one letter changed}")]
    [InlineData("{own, without its signature}")]
    [InlineData("{another customer's}")]
    [InlineData("")]
    public async Task A_forged_or_foreign_token_opens_nothing(string kind)
    {
        using var stranger = new DirectLineClient(bot.Address);
        await stranger.OpenAsync("A-7E51A002");
        var own = bot.Customer.Token;
        var token = kind switch
        {
            "{own, one letter changed}" => own[..^5] + (own[^5] == 'A' ? 'B' : 'A') + own[^4..],
            "{own, without its signature}" => own[..(own.LastIndexOf('.') + 1)],
            "{another customer's}" => stranger.Token,
            _ => kind,
        };
        (HttpMethod Method, string Path)[] requests =
        [
            (HttpMethod.Post, "/v3/directline/conversations/{own}/activities"),
            (HttpMethod.Get, "/v3/directline/conversations/{own}/activities"),
            (HttpMethod.Get, "/v3/directline/conversations/{own}"),
        ];
        foreach (var (method, path) in requests)
        {
            var body = method == HttpMethod.Post ? Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"hi\"}") : null;
            using var answer = await bot.SendAsync(method, Own(path), body, token);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
            (await Answer.ProblemAsync($"{method} {path}", answer)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("/auth/start/nonsense")]
    [InlineData("/auth/start/00000000000000000000000000000000")]
    [InlineData("/auth/start/%ff%2e%2e%2f")]
    [InlineData("/auth/return")]
    [InlineData("/auth/return?code=x&state=%00%ff&error=%F0%9F%9A%97")]
    [InlineData("/auth/qr/nonsense.png")]
    [InlineData("/auth/qr/..%2f..%2fappsettings.json.png")]
    [InlineData("/auth/nothing")]
    [InlineData("/simulator/provider/authorize?state=%00")]
    [InlineData("/simulator/tesla/key?car=%ff%fe")]
    [InlineData("/simulator/control/accounts/%2e%2e%2f/car")]
    [InlineData("/simulator/control/nothing")]
    [InlineData("/v3/directline/conversations/{own}/activities?watermark=-1")]
    [InlineData("/v3/directline/conversations/{own}/activities?watermark=99999999999999999999")]
    [InlineData("/v3/directline/conversations/{own}/activities?watermark=%00&watermark=x")]
    [InlineData("/v3/directline/conversations/{own}/stream?t=x")]
    [InlineData("/v3/directline/conversations/%2e%2e%2fx/activities")]
    [InlineData("/v3/directline/nothing")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    public async Task Bad_addresses_get_a_clear_answer(string path)
    {
        foreach (var accept in new[] { "text/html", "application/json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Own(path));
            request.Headers.Add("Accept", accept);
            request.Headers.Add("Cookie", "smartflexbot=%00; smartflexbot-signin=00000000000000000000000000000000");
            request.Headers.Authorization = new("Bearer", bot.Customer.Token);
            using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
            (await Answer.ProblemAsync($"{path} as {accept}", answer)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_is_not_even_http_hurts_nobody_and_the_customer_goes_on()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(bot.Address.Host, bot.Address.Port, TestContext.Current.CancellationToken);
            await socket.GetStream()
                .WriteAsync(BadBodies.All.Single(bad => bad.Name == "bytes by chance").Body, TestContext.Current.CancellationToken);
        }

        // The other tests of this class write into the same conversation while nobody reads its stream, which the server may have ended.
        await bot.Customer.ComeBackAsync();
        await bot.Customer.SayAsync("Tesla Model 3 Long Range and an Ohme Home Pro");
        await bot.Customer.SeeAsync("the card that asks whether it is right", message => message.Button("yes") is not null);
    }

    private string Own(string path) => path.Replace("{own}", bot.Customer.Conversation, StringComparison.Ordinal);
}
