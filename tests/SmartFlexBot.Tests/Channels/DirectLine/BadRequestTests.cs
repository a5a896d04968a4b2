namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class BadRequestTests
{
    [Theory]
    [InlineData("/tokens/generate", """{"user":"ada"}""")]
    [InlineData("/tokens/generate", """{"user":{"id":7}}""")]
    [InlineData("/tokens/generate", """{"user":{"id":"a\u0000b"}}""")]
    [InlineData("/tokens/generate", """{"accountNumber":7}""")]
    [InlineData("/tokens/generate", """{"accountNumber":" "}""")]
    [InlineData("/tokens/generate", """{"conversationId":""}""")]
    [InlineData("/tokens/generate", """{"trustedOrigins":"https://a.example"}""")]
    [InlineData("/tokens/generate", """{"trustedOrigins":["https://a.example/path"]}""")]
    [InlineData("/tokens/generate", """{"trustedOrigins":["*"]}""")]
    [InlineData("/tokens/generate", """{"trustedOrigins":[null]}""")]
    [InlineData("/tokens/generate", "{")]
    [InlineData("/conversations", """{"locale":[]}""")]
    [InlineData("/conversations", """{"user":[]}""")]
    public async Task Bodies_of_the_other_calls_are_checked_too(string path, string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.PostAsync(path, DirectLineHost.Secret, body);
        answer.Status.ShouldBe(400);
        answer.ErrorCode.ShouldBe("BadArgument");
    }

    [Theory]
    [InlineData("DELETE", "/conversations", "POST")]
    [InlineData("GET", "/tokens/generate", "POST")]
    [InlineData("PUT", "/conversations/x/activities", "GET, POST")]
    [InlineData("POST", "/conversations/x", "GET")]
    [InlineData("POST", "/conversations/x/stream", "GET")]
    public async Task Another_method_is_405_and_told_which_ones_there_are(string method, string path, string allowed)
    {
        await using var host = await DirectLineHost.StartAsync();
        using var request = new HttpRequestMessage(new(method), "/v3/directline" + path);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(405);
        string.Join(", ", response.Content.Headers.Allow).ShouldBe(allowed);
    }

    [Fact]
    public async Task Another_address_is_404()
    {
        await using var host = await DirectLineHost.StartAsync();
        (await host.GetAsync("/nonsense", null)).ErrorCode.ShouldBe("NotFound");
        (await host.GetAsync("/conversations/a/b/c", null)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task While_the_store_is_down_a_poll_is_empty_and_the_rest_is_told_when_to_try_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        host.Conversations.Reply(conversationId, "Hello");
        host.Conversations.Down = true;

        var poll = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=1", token);
        var post = await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":"hi"}""");

        poll.Status.ShouldBe(200);
        poll.Body!["activities"]!.AsArray().ShouldBeEmpty();
        poll["watermark"].ShouldBe("1");
        post.Status.ShouldBe(503);
        post.ErrorCode.ShouldBe("ServiceError");
        post.Headers["Retry-After"].ShouldBe("5");

        host.Conversations.Down = false;
        (await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":"hi"}""")).Status.ShouldBe(
            200);
    }
}
