namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class OriginTests
{
    private const string Shop = "https://www.supplier.example";
    private const string Evil = "https://evil.example";
    private const string Message = """{"type":"message","text":"hi"}""";

    private static readonly Dictionary<string, string?> TrustShop = new() { ["DirectLine:TrustedOrigins:0"] = Shop };

    [Fact]
    public async Task Without_trusted_origins_no_other_page_can_read_an_answer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.SendAsync(HttpMethod.Options, "/conversations", null, origin: Shop);
        answer.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
    }

    [Theory]
    [InlineData("/tokens/refresh")]
    [InlineData("/conversations")]
    [InlineData("/conversations/x")]
    [InlineData("/conversations/x/activities")]
    [InlineData("/conversations/x/upload")]
    [InlineData("/session/getsessionid")]
    public async Task A_trusted_pages_preflight_is_answered_with_its_exact_origin(string path)
    {
        await using var host = await DirectLineHost.StartAsync(TrustShop);

        var answer = await PreflightAsync(host, path, Shop);

        answer.Status.ShouldBe(204);
        answer.Headers["Access-Control-Allow-Origin"].ShouldBe(Shop);
        answer.Headers["Access-Control-Allow-Credentials"].ShouldBe("true");
        answer.Headers["Access-Control-Allow-Headers"].ShouldContain("x-ms-bot-agent");
        answer.Headers["Access-Control-Max-Age"].ShouldBe("600");
        answer.Headers["Vary"].ShouldBe("Origin");
    }

    [Fact]
    public async Task Another_page_gets_no_permission_and_errors_have_it_for_the_trusted_one()
    {
        await using var host = await DirectLineHost.StartAsync(TrustShop);
        (await PreflightAsync(host, "/conversations", Evil)).Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
        (await PreflightAsync(host, "/conversations", "null")).Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
        var refused = await host.SendAsync(HttpMethod.Get, "/conversations/x/activities", "bad", origin: Shop);
        refused.Status.ShouldBe(403);
        refused.Headers["Access-Control-Allow-Origin"].ShouldBe(Shop);
        refused.Headers["Access-Control-Expose-Headers"].ShouldBe("Retry-After");
    }

    [Fact]
    public async Task Start_post_and_stream_are_for_trusted_pages_and_our_own_alone()
    {
        await using var host = await DirectLineHost.StartAsync(TrustShop);
        var (conversationId, token) = await host.GenerateAsync();

        foreach (var (origin, admitted) in new (string?, bool)[]
        {
            (Shop, true), (host.Address, true), (Evil, false), (Shop + ".evil.example", false), (null, false),
        })
        {
            var start = await host.SendAsync(HttpMethod.Post, "/conversations", token, origin: origin);
            var post = await host.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", token, Message, origin: origin);
            var back = await host.GetAsync($"/conversations/{conversationId}", token);
            using var stream = await StreamClient.TryOpenAsync(back["streamUrl"], origin);
            if (admitted)
            {
                (start.Status, post.Status, stream.RefusedWith).ShouldBe((start.Status == 201 ? 201 : 200, 200, 101), origin);
            }
            else
            {
                (start.Status, post.Status, stream.RefusedWith).ShouldBe((403, 403, 403), origin);
            }
        }
    }

    [Fact]
    public async Task Origins_named_with_the_token_bind_it_to_these_pages()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync($$"""{"user":{"id":"ada"},"trustedOrigins":["{{Shop}}"]}""");
        (await host.SendAsync(HttpMethod.Post, "/conversations", token, origin: Evil)).Status.ShouldBe(403);
        var started = await host.SendAsync(HttpMethod.Post, "/conversations", token, origin: Shop);
        started.Status.ShouldBe(201);
        (await host.SendAsync(HttpMethod.Post, "/conversations", started["token"], origin: Evil)).Status.ShouldBe(
            403, "renewing keeps them");
    }

    [Theory]
    [InlineData("https://www.supplier.example@evil.example")]
    [InlineData("https://evil@www.supplier.example")]
    [InlineData("https://www.supplier.example/")]
    [InlineData("*")]
    [InlineData("null")]
    public async Task A_token_cannot_name_what_is_no_origin(string origin)
    {
        await using var host = await DirectLineHost.StartAsync();

        var answer = await host.PostAsync(
            "/tokens/generate", DirectLineHost.Secret, $$"""{"user":{"id":"ada"},"trustedOrigins":["{{Shop}}","{{origin}}"]}""");

        answer.Status.ShouldBe(400);
        answer.ErrorMessage!.ShouldContain("trustedOrigins");
    }

    [Fact]
    public async Task Configured_origins_beat_those_named_with_the_token()
    {
        await using var host = await DirectLineHost.StartAsync(TrustShop);
        var (_, token) = await host.GenerateAsync($$"""{"user":{"id":"ada"},"trustedOrigins":["{{Evil}}"]}""");
        (await host.SendAsync(HttpMethod.Post, "/conversations", token, origin: Evil)).Status.ShouldBe(403);
        (await host.SendAsync(HttpMethod.Post, "/conversations", token, origin: Shop)).Status.ShouldBe(201);
    }

    private static async Task<Answer> PreflightAsync(DirectLineHost host, string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline" + path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode, null, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}
