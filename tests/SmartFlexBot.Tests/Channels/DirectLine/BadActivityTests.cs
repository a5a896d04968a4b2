using System.Net;
using System.Net.Http.Headers;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class BadActivityTests
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

    [Fact]
    public async Task Up_to_256_K_characters_are_taken_and_not_one_more()
    {
        await using var host = await DirectLineHost.StartAsync(
            new Dictionary<string, string?> { ["Quotas:Kilobytes"] = "4096" });
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
}
