using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task The_first_start_is_201_and_lets_the_bot_greet_in_the_customers_language()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        var answer = await host.PostAsync("/conversations", token, """{"user":{},"locale":"de-DE"}""");

        answer.Status.ShouldBe(201);
        answer["conversationId"].ShouldBe(conversationId);
        answer["expires_in"].ShouldBe("1800");
        answer["streamUrl"].ShouldStartWith(
            $"ws://{new Uri(host.Address).Authority}/v3/directline/conversations/{conversationId}/stream?watermark=0&t=");
        var start = host.Conversations.InboxOf(conversationId).ShouldHaveSingleItem();
        start.Logged.ShouldBeFalse();
        start.DedupeKey.ShouldBe("start");
        start.Activity.Type.ShouldBe(ActivityTypes.ConversationUpdate);
        start.Activity.Locale.ShouldBe("de-DE");
        start.Activity.MembersAdded!.Select(member => member.Id).ShouldBe(["smartflexbot", "dl_ada"]);
        start.Activity.Recipient!.Id.ShouldBe("smartflexbot");
        start.Activity.From!.Id.ShouldBe("dl_ada");
        start.Activity.Conversation!.Id.ShouldBe(conversationId);
        start.Activity.ChannelId.ShouldBe("directline");
    }

    [Fact]
    public async Task Starting_again_and_coming_back_greet_nobody_twice()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        await host.PostAsync("/conversations", token);

        var again = await host.PostAsync("/conversations", token);
        var back = await host.GetAsync($"/conversations/{conversationId}?watermark=", again["token"]);
        host.Conversations.Reply(conversationId, "Hello");
        var later = await host.PostAsync("/conversations", back["token"]);

        again.Status.ShouldBe(200);
        back.Status.ShouldBe(200);
        later.Status.ShouldBe(200);
        later["conversationId"].ShouldBe(conversationId);
        host.Conversations.InboxOf(conversationId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_begins_by_coming_back_is_greeted_too()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync("""{"user":{"id":"ada"},"locale":"fr"}""");

        (await host.GetAsync($"/conversations/{conversationId}?watermark=", token)).Status.ShouldBe(200);

        host.Conversations.InboxOf(conversationId).ShouldHaveSingleItem().Activity.Locale.ShouldBe("fr");
    }

    [Theory]
    [InlineData("?watermark=7", "watermark=7&")]
    [InlineData("?watermark=", "watermark=0&")]
    [InlineData("?watermark=null", "watermark=0&")]
    [InlineData("?watermark=-1", "watermark=0&")]
    [InlineData("?watermark=99999999999999999999", "watermark=0&")]
    [InlineData("", "watermark=0&")]
    public async Task Coming_back_gives_a_stream_that_goes_on_at_the_watermark(string query, string expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var answer = await host.GetAsync($"/conversations/{conversationId}{query}", token);
        answer["streamUrl"].ShouldContain(expected);
        answer["token"].ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_secret_starts_a_new_conversation_for_the_user_in_the_body()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.PostAsync("/conversations", DirectLineHost.Secret, """{"user":{"id":"ada","name":"Ada"},"locale":"it"}""");
        answer.Status.ShouldBe(201);
        host.Conversations.OriginOf(answer["conversationId"]).ShouldBe(new ConversationOrigin("dl_ada", "Ada", null, "it"));
        (await host.GetAsync($"/conversations/{answer["conversationId"]}/activities", answer["token"])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_decides_who_the_user_is_whatever_the_body_says()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        await host.PostAsync("/conversations", token, """{"user":{"id":"dl_eve","name":"Eve"}}""");
        host.Conversations.InboxOf(conversationId).Single().Activity.From!.Id.ShouldBe("dl_ada");
    }

    [Fact]
    public async Task A_conversation_that_was_erased_is_404_everywhere()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        host.Conversations.Erase(conversationId);

        (await host.PostAsync("/conversations", token)).Status.ShouldBe(404);
        (await host.PostAsync("/tokens/refresh", token)).Status.ShouldBe(404);
        (await host.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(404);
        (await host.GetAsync($"/conversations/{conversationId}/activities", token)).Status.ShouldBe(404);
        (await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":"hi"}""")).Status.ShouldBe(
            404);
    }

    [Fact]
    public async Task A_session_id_is_given_to_who_asks_with_a_token()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        (await host.GetAsync("/session/getsessionid", token))["sessionId"].ShouldNotBeNullOrEmpty();
        (await host.GetAsync("/session/getsessionid", null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Who_asks_for_a_session_id_is_known_as_the_browser_of_the_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();

        var given = await host.GetAsync("/session/getsessionid", token);
        var refused = await host.GetAsync("/session/getsessionid", token + "x");

        given.Headers["Set-Cookie"].ShouldStartWith("smartflexbot-chat=");
        given.Headers["Set-Cookie"].ShouldContain("; path=/; samesite=lax; httponly");
        given.Headers["Set-Cookie"].ShouldNotContain(token);
        refused.Headers.ShouldNotContainKey("Set-Cookie");
        // It opens nothing: it is no token of the API.
        (await host.GetAsync("/session/getsessionid", given.Headers["Set-Cookie"].Split('=', ';')[1])).Status.ShouldBe(403);
    }
}
