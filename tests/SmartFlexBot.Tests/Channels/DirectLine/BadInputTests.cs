using System.Net;
using System.Net.Http.Headers;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    [InlineData("""{"type":"message","from":"me"}""")]
    [InlineData("""{"type":"message","from":["me"]}""")]
    [InlineData("""{"type":"message","attachments":{}}""")]
    [InlineData("""{"type":"message","entities":"x"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","text":"a","text":"b"}""")]
    [InlineData("""{"type":"message","channelData":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","value":{"x":"\udc00"}}""")]
    [InlineData("""{"type":"message","value":{"\ud800":1}}""")]
    [InlineData("""{"type":"message","unknown":{"x":"\ud800"}}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""")]
    [InlineData("""{"type":"invoke","name":"x"}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"Message","text":"hi"}""")]
    public async Task An_activity_that_cannot_be_read_is_400_with_a_sentence(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        var answer = await host.PostAsync($"/conversations/{conversationId}/activities", token, body);

        answer.Status.ShouldBe(400);
        answer.ErrorCode.ShouldBeOneOf("BadArgument", "MissingProperty");
        answer.ErrorMessage.ShouldNotBeNullOrEmpty();
        host.Conversations.InboxOf(conversationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_that_is_nested_without_end_is_400()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var body = $$"""{"type":"message","value":{{new string('[', 50_000)}}{{new string(']', 50_000)}}}""";
        (await host.PostAsync($"/conversations/{conversationId}/activities", token, body)).Status.ShouldBe(400);
    }

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

    [Fact]
    public async Task Up_to_256_K_characters_are_taken_and_not_one_more()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        static string Activity(int length) =>
            """{"type":"message","text":"TEXT"}""".Replace("TEXT", new string('é', length - """{"type":"message","text":""}""".Length));

        (await host.PostAsync($"/conversations/{conversationId}/activities", token, Activity(262_144))).Status.ShouldBe(200);
        foreach (var length in new[] { 262_145, 300_000, 900_000 })
        {
            var answer = await host.PostAsync($"/conversations/{conversationId}/activities", token, Activity(length));
            answer.Status.ShouldBe(413);
            answer.ErrorMessage!.ShouldContain("262144");
        }

        host.Conversations.InboxOf(conversationId).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_media_type_is_415(string mediaType)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var answer = await host.SendAsync(
            HttpMethod.Post, $"/conversations/{conversationId}/activities", token, """{"type":"message","text":"hi"}""", mediaType);
        answer.Status.ShouldBe(415);
        answer.ErrorMessage!.ShouldContain("application/json");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf_8_are_400()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/activities");
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Files_are_refused_with_a_sentence_that_a_client_shows_instead_of_trying_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var answer = await host.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/upload?userId=dl_ada", token, "--x--", "multipart/form-data; boundary=x");
        answer.Status.ShouldBe(415);
        answer.ErrorCode.ShouldBe("NotSupported");
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
        (await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":"hi"}""")).Status.ShouldBe(200);
    }
}
