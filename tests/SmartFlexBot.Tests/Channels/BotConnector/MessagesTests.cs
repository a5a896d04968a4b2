using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Tests.Probe;

namespace SmartFlexBot.Tests.Channels.BotConnector;

public sealed class MessagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_go_to_the_service_url_and_name_what_they_answer()
    {
        await using var connector = await RecordingConnector.StartAsync();
        await using var server = await ProbeServer.StartAsync();
        var message = ProbeServer.Message("19:a b@thread;x=1", "a|7", "hi");
        message["serviceUrl"] = $"{connector.Address}/emea/";

        using var response = await ProbeServer.PostAsync(server.Client, message);
        var (path, reply) = await connector.NextAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBeEmpty();
        path.ShouldBe("/emea/v3/conversations/19%3Aa%20b%40thread%3Bx%3D1/activities/a%7C7");
        reply["text"]!.GetValue<string>().ShouldBe("What is your name?");
        reply["replyToId"]!.GetValue<string>().ShouldBe("a|7");
        reply["recipient"]!["id"]!.GetValue<string>().ShouldBe("u1");
        reply["from"]!["id"]!.GetValue<string>().ShouldBe("bot");
        reply.ContainsKey("id").ShouldBeFalse();
        reply.ContainsKey("timestamp").ShouldBeFalse();
    }

    [Fact]
    public async Task A_reply_that_was_certainly_not_taken_is_sent_again_and_a_redirect_is_not_followed()
    {
        await using var connector = await RecordingConnector.StartAsync();
        await using var server = await ProbeServer.StartAsync();
        connector.Statuses.Enqueue(503);
        connector.Statuses.Enqueue(307);
        var hi = ProbeServer.Message("c1", "1", "hi");
        var name = ProbeServer.Message("c1", "2", "Ada");
        hi["serviceUrl"] = connector.Address;
        name["serviceUrl"] = connector.Address;

        await ProbeServer.PostAsync(server.Client, hi);
        await ProbeServer.PostAsync(server.Client, name);
        (string Path, JsonObject Activity)[] posts =
            [await connector.NextAsync(), await connector.NextAsync(), await connector.NextAsync()];

        posts.Select(post => post.Path).ShouldBe(
            ["/v3/conversations/c1/activities/1", "/v3/conversations/c1/activities/1", "/v3/conversations/c1/activities/2"]);
    }

    [Fact]
    public async Task Expected_replies_come_with_the_request_and_no_other_way()
    {
        await using var server = await ProbeServer.StartAsync();

        (await ProbeServer.AskAsync(server.Client, ProbeServer.Message("c1", "1", "hi", "expectReplies"))).ShouldBe(["What is your name?"]);
        (await ProbeServer.AskAsync(server.Client, ProbeServer.Message("c1", "2", "?", "expectReplies"))).ShouldBe(
            ["At least two letters, please."]);
        (await ProbeServer.AskAsync(server.Client, ProbeServer.Message("c1", "1", "hi", "expectReplies"))).ShouldBe(["What is your name?"]);

        (await server.ReadAsync(new ConversationKey("test", "c1"))).ShouldBe(
            [("user", "hi"), ("bot", "What is your name?"), ("user", "?"), ("bot", "At least two letters, please.")]);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"messageReaction"}""")]
    [InlineData("""{"type":"surprise"}""")]
    [InlineData("""{"type":"event","name":"command/result","value":{"kind":"k","key":"k","result":"{}"}}""")]
    public async Task What_the_bot_does_not_know_is_taken_and_ignored(string changes)
    {
        await using var server = await ProbeServer.StartAsync();

        using var response = await ProbeServer.PostAsync(server.Client, Change(changes));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await server.ReadAsync(new ConversationKey("test", "c1"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":null}""", 400, "type")]
    [InlineData("""{"type":7}""", 400, "$.type")]
    [InlineData("""{"conversation":null}""", 400, "conversation.id")]
    [InlineData("""{"conversation":{"id":" "}}""", 400, "conversation.id")]
    [InlineData("""{"from":{}}""", 400, "from.id")]
    [InlineData("""{"channelId":null}""", 400, "channelId")]
    [InlineData("""{"channelId":"directline"}""", 400, "channelId")]
    [InlineData("""{"serviceUrl":null}""", 400, "serviceUrl")]
    [InlineData("""{"serviceUrl":"https://smba.trafficmanager.net/emea/"}""", 400, "serviceUrl")]
    [InlineData("""{"serviceUrl":"http://127.0.0.1@evil.example/"}""", 400, "serviceUrl")]
    [InlineData("""{"serviceUrl":"http://user@127.0.0.1/"}""", 400, "serviceUrl")]
    [InlineData("""{"serviceUrl":"http://user:word@localhost/"}""", 400, "serviceUrl")]
    [InlineData("""{"serviceUrl":"file:///etc/passwd"}""", 400, "serviceUrl")]
    [InlineData("""{"type":"invoke","name":"composeExtension/query"}""", 501, "invoke")]
    public async Task What_cannot_be_accepted_is_told(string changes, int status, string named)
    {
        await using var server = await ProbeServer.StartAsync();

        using var response = await ProbeServer.PostAsync(server.Client, Change(changes));

        ((int)response.StatusCode).ShouldBe(status);
        (await ErrorAsync(response)).ShouldContain(named);
    }

    [Fact]
    public async Task Ids_have_a_limit()
    {
        await using var server = await ProbeServer.StartAsync();
        var endless = new string('x', 1001);

        foreach (var message in new[] { ProbeServer.Message(endless, "1", "hi"), ProbeServer.Message("c1", endless, "hi") })
        {
            using var response = await ProbeServer.PostAsync(server.Client, message);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await ErrorAsync(response)).ShouldContain("longer");
        }
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("""{"type":"message","type":"message"}""", "application/json", 400)]
    [InlineData("""{"type":"message","text":"\ud83d"}""", "application/json", 400)]
    [InlineData("{}", "text/plain", 415)]
    public async Task A_body_that_is_no_activity_is_told(string body, string mediaType, int status)
    {
        await using var server = await ProbeServer.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType));

        using var response = await server.Client.PostAsync("/api/messages", content, Token);

        ((int)response.StatusCode).ShouldBe(status);
        (await ErrorAsync(response)).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task More_than_256_KB_and_other_methods_are_refused()
    {
        await using var server = await ProbeServer.StartAsync();
        using var tooLong = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", "1", new string('x', 256 * 1024)));
        using var get = await server.Client.GetAsync("/api/messages", Token);

        tooLong.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        get.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_conversation_may_send_so_many_and_others_are_not_held_up()
    {
        await using var server = await ProbeServer.StartAsync("--Quotas:Messages=2");
        for (var number = 1; number <= 2; number++)
        {
            using var taken = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", $"{number}", "hi"));
            taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        using var refused = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", "3", "hi"));
        using var other = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c2", "1", "hi"));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        other.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_conversation_is_its_first_users()
    {
        await using var server = await ProbeServer.StartAsync();
        foreach (var deliveryMode in new[] { null, "expectReplies" })
        {
            await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", "1", "hi", deliveryMode));
            var foreign = ProbeServer.Message("c1", "2", "hi", deliveryMode);
            foreign["from"]!["id"] = "u2";

            using var response = await ProbeServer.PostAsync(server.Client, foreign);

            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("Production", "--BotConnector:AppId=")]
    [InlineData(
        "Development", "--BotConnector:AppId=00000000-0000-0000-0000-000000000001", "--BotConnector:ClientSecret=a-secret-of-the-tests")]
    public async Task Nobody_is_let_in_without_a_token_but_in_Development_without_an_app_id(
        string environment, params string[] settings)
    {
        await using var server = await ProbeServer.StartAsync(
            builder => builder.Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment }),
            ["--DirectLine:Secret=a-secret-of-the-tests-0123456789-abcdef", .. settings]);

        using var response = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", "1", "hi"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_page_whose_name_was_made_to_resolve_to_this_machine_is_refused()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Client.DefaultRequestHeaders.Host = "evil.example";

        using var response = await ProbeServer.PostAsync(server.Client, ProbeServer.Message("c1", "1", "hi"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_for_everybody_is_refused_outside_Development()
    {
        var start = ProbeServer.StartAsync(
            builder => builder.Services.AddSingleton<IHostEnvironment>(
                new HostingEnvironment { EnvironmentName = Environments.Production }),
            "--DirectLine:Secret=a-secret-of-the-tests-0123456789-abcdef", "--BotConnector:DevelopmentAccount=A-1");

        (await Should.ThrowAsync<Exception>(start)).Message.ShouldContain("BotConnector:DevelopmentAccount");
    }

    private static JsonObject Change(string changes)
    {
        var message = ProbeServer.Message("c1", "1", "hi");
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            message[name] = value?.DeepClone();
        }

        return message;
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["error"]!["message"]!.GetValue<string>();
}
