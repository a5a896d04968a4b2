using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_message_is_stored_under_the_tokens_user_and_comes_back_with_its_channel_data()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        var posted = await host.PostAsync($"/conversations/{conversationId}/activities", token, """
            {"type":"message","text":"Hallo","textFormat":"plain","locale":"de","localTimezone":"Europe/Berlin","somethingNew":{"a":1},
             "channelData":{"clientActivityID":"c1","postBack":true,"more":[1,2]},"entities":[{"type":"ClientCapabilities",
             "supportsListening":true}],
             "from":{"id":"dl_eve","name":"Me","role":"bot","aadObjectId":"x"},"recipient":{"id":"nobody"},"conversation":{"id":"other"},
             "channelId":"webchat","id":"mine","timestamp":"1999-01-01T00:00:00Z","serviceUrl":"https://evil.example",
             "deliveryMode":"expectReplies",
             "callerId":"urn:me","membersAdded":[{"id":"dl_eve"}],"relatesTo":{"conversation":{"id":"other"}}}
            """);

        posted.Status.ShouldBe(200);
        var echo = (await PollAsync(host, conversationId, token)).ShouldHaveSingleItem()!.AsObject();
        echo["id"]!.ToString().ShouldBe(posted["id"]);
        echo["text"]!.ToString().ShouldBe("Hallo");
        echo["locale"]!.ToString().ShouldBe("de");
        echo["channelData"]!.ToJsonString().ShouldBe("""{"clientActivityID":"c1","postBack":true,"more":[1,2]}""");
        echo["entities"]![0]!["supportsListening"]!.GetValue<bool>().ShouldBeTrue();
        echo["somethingNew"]!["a"]!.GetValue<int>().ShouldBe(1);
        echo["from"]!.ToJsonString().ShouldBe("""{"id":"dl_ada","name":"Me","role":"user"}""");
        echo["recipient"]!["id"]!.ToString().ShouldBe("smartflexbot");
        echo["conversation"]!["id"]!.ToString().ShouldBe(conversationId);
        echo["channelId"]!.ToString().ShouldBe("directline");
        DateTimeOffset.Parse(echo["timestamp"]!.ToString(), null).ShouldBe(host.Time.GetUtcNow());
        foreach (var dropped in new[] { "serviceUrl", "deliveryMode", "callerId", "membersAdded", "relatesTo" })
        {
            echo.ContainsKey(dropped).ShouldBeFalse(dropped);
        }
    }

    [Fact]
    public async Task The_same_client_activity_id_gets_the_first_id_and_runs_nothing_twice()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        const string message = """{"type":"message","text":"hi","channelData":{"clientActivityID":"c1"}}""";

        var first = await host.PostAsync($"/conversations/{conversationId}/activities", token, message);
        var second = await host.PostAsync($"/conversations/{conversationId}/activities", token, message);
        var other = await host.PostAsync($"/conversations/{conversationId}/activities", token, message.Replace("c1", "c2"));

        second.Status.ShouldBe(200);
        second["id"].ShouldBe(first["id"]);
        other["id"].ShouldNotBe(first["id"]);
        host.Conversations.InboxOf(conversationId).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"hi"}""")]
    [InlineData("""{"type":"message","text":"hi","channelData":{"clientActivityID":""}}""")]
    [InlineData("""{"type":"message","text":"hi","channelData":{"clientActivityID":7}}""")]
    [InlineData("""{"type":"message","text":"hi","channelData":"text"}""")]
    public async Task Messages_without_a_client_activity_id_are_each_their_own(string message)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        await host.PostAsync($"/conversations/{conversationId}/activities", token, message);
        await host.PostAsync($"/conversations/{conversationId}/activities", token, message);
        host.Conversations.InboxOf(conversationId).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 400)]
    public async Task A_client_activity_id_has_a_longest_length(int length, int status)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var message = $$$"""{"type":"message","text":"hi","channelData":{"clientActivityID":"{{{new string('c', length)}}}"}}""";

        var answer = await host.PostAsync($"/conversations/{conversationId}/activities", token, message);

        answer.Status.ShouldBe(status);
        host.Conversations.InboxOf(conversationId).Count.ShouldBe(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task A_client_cannot_take_a_key_that_the_runtime_uses()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        await host.PostAsync(
            $"/conversations/{conversationId}/activities", token,
            """{"type":"message","text":"hi","channelData":{"clientActivityID":"start"}}""");
        host.Conversations.InboxOf(conversationId).Single().DedupeKey.ShouldBe("client/dl_ada/start");
    }

    [Fact]
    public async Task An_event_of_the_page_is_echoed_as_web_chat_waits_for_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var posted = await host.PostAsync($"/conversations/{conversationId}/activities", token,
            """{"type":"event","name":"webchat/join","value":{"language":"de"},"channelData":{"clientActivityID":"e1"}}""");
        (await PollAsync(host, conversationId, token)).Single()!["id"]!.ToString().ShouldBe(posted["id"]);
    }

    [Theory]
    [InlineData("command/result")]
    [InlineData("watch/changed")]
    [InlineData("handoff.status")]
    [InlineData("WebChat/join")]
    public async Task A_browser_cannot_post_the_runtimes_own_events(string name)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var answer = await host.PostAsync(
            $"/conversations/{conversationId}/activities", token, $$"""{"type":"event","name":"{{name}}","value":7}""");
        answer.Status.ShouldBe(400);
        answer.ErrorMessage!.ShouldContain("webchat/");
        host.Conversations.InboxOf(conversationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_is_taken_and_neither_stored_nor_a_turn()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        var answer = await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"typing"}""");
        answer.Status.ShouldBe(200);
        answer["id"].ShouldNotBeNullOrEmpty();
        host.Conversations.InboxOf(conversationId).ShouldBeEmpty();
        (await PollAsync(host, conversationId, token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poll_gets_what_is_new_and_the_watermark_to_go_on()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        for (var number = 1; number <= 120; number++)
        {
            host.Conversations.Reply(conversationId, $"message {number}");
        }

        var first = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=", token);
        var second = await host.GetAsync($"/conversations/{conversationId}/activities?watermark={first["watermark"]}", token);
        var third = await host.GetAsync($"/conversations/{conversationId}/activities?watermark={second["watermark"]}", token);

        var texts = first.Body!["activities"]!.AsArray().Concat(second.Body!["activities"]!.AsArray()).Select(
            activity => activity!["text"]!.ToString());
        texts.ShouldBe(Enumerable.Range(1, 120).Select(number => $"message {number}"));
        third.Body!["activities"]!.AsArray().ShouldBeEmpty();
        third["watermark"].ShouldBe("120");
    }

    private static async Task<JsonArray> PollAsync(DirectLineHost host, string conversationId, string token)
    {
        var answer = await host.GetAsync($"/conversations/{conversationId}/activities?watermark=", token);
        answer.Status.ShouldBe(200);
        return answer.Body!["activities"]!.AsArray();
    }
}
