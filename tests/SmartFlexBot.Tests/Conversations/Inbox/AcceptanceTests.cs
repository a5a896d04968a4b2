using System.Text;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Inbox;

public sealed class AcceptanceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_logged_and_answered()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();

        var acceptance = await host.SayAsync(conversation, "hello");

        acceptance.ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: false));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: You said hello"]);
        host.Channel.Taken.ShouldBe([(conversation, 2, "You said hello")]);
    }

    [Fact]
    public async Task A_logged_activity_comes_back_with_id_time_and_addressing()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await host.SettleAsync();

        var entries = await host.History.ReadAsync(conversation, 1, new(10, int.MaxValue), Token);

        var reply = entries.ShouldHaveSingleItem().ReadActivity();
        reply.Id.ShouldBe("c1|0000002");
        reply.ReplyToId.ShouldBe("c1|0000001");
        reply.Timestamp.ShouldBe(host.Clock.GetUtcNow());
        reply.ChannelId.ShouldBe("test");
        reply.Conversation!.Id.ShouldBe("c1");
        reply.From!.Id.ShouldBe("smartflexbot");
        reply.Recipient!.Id.ShouldBe("dl_customer");
    }

    [Fact]
    public async Task Duplicates_get_the_first_acceptance_and_one_reply()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Counter);
        var conversation = await host.OpenAsync();

        var acceptances = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.SayAsync(conversation, "hello", "same-id")));
        var late = await host.SayAsync(conversation, "hello", "same-id");

        acceptances.Count(acceptance => !acceptance.Duplicate).ShouldBe(1);
        acceptances.Select(acceptance => (acceptance.ActivityId, acceptance.Sequence)).Distinct().ShouldBe([("c1|0000001", 1L)]);
        late.ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: true));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: 1: hello"]);
    }

    [Fact]
    public async Task People_who_type_ahead_are_answered_in_order_of_acceptance()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Counter);
        var conversations = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.OpenAsync($"c{i}")));

        await Task.WhenAll(conversations.Select(async conversation =>
        {
            foreach (var word in (string[])["one", "two", "three", "four", "five"])
            {
                await host.SayAsync(conversation, word);
            }
        }));

        foreach (var conversation in conversations)
        {
            (await host.TranscriptAsync(conversation)).Where(line => line.StartsWith("bot", StringComparison.Ordinal))
                .ShouldBe(["bot: 1: one", "bot: 2: two", "bot: 3: three", "bot: 4: four", "bot: 5: five"]);
        }
    }

    [Fact]
    public async Task A_running_turn_delays_no_acceptance()
    {
        var release = new TaskCompletionSource();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            await release.Task;
            await turn.SendActivityAsync($"You said {turn.Activity.Text}");
        }));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "first");

        await host.SayAsync(conversation, "second");

        (await host.History.ReadAsync(conversation, 0, new(10, int.MaxValue), Token))
            .Select(entry => entry.ReadActivity().Text).ShouldBe(["first", "second"]);
        release.SetResult();
        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: first", "user: second", "bot: You said first", "bot: You said second"]);
    }

    [Fact]
    public async Task An_event_runs_a_turn_and_is_not_in_the_history()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();

        var acceptance = await host.Inbox.AcceptAsync(
            conversation, new(new() { Type = ActivityTypes.Event, Name = "webchat/join" }, "join", Logged: false), Token);

        acceptance.Sequence.ShouldBeNull();
        (await host.TranscriptAsync(conversation)).ShouldBe(["bot: You said webchat/join"]);
        var reply = (await host.History.ReadAsync(conversation, 0, new(10, int.MaxValue), Token)).ShouldHaveSingleItem();
        reply.ReadActivity().ReplyToId.ShouldBeNull("Web Chat would wait for an event that it never sees");
    }

    [Fact]
    public async Task The_channels_own_activity_id_is_kept()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();

        var acceptance = await host.Inbox.AcceptAsync(
            conversation, new(new() { Type = ActivityTypes.Message, Id = "1699", Text = "hi" }, "1699", Logged: true), Token);

        acceptance.ActivityId.ShouldBe("1699");
        await host.SettleAsync();
        (await host.History.ReadAsync(conversation, 0, new(10, int.MaxValue), Token)).Select(
            entry => (entry.ReadActivity().Id, entry.ReadActivity().ReplyToId))
            .ShouldBe([("1699", null), ("c1|0000002", "1699")]);
    }

    [Fact]
    public async Task A_conversation_that_was_never_opened_is_refused()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);

        await Should.ThrowAsync<ConversationNotFoundException>(() => host.SayAsync(new("test", "nobody"), "hello"));
        await Should.ThrowAsync<ConversationNotFoundException>(() => host.Inbox.AcceptAsync(
            new("test", "nobody"), new(new() { Type = ActivityTypes.Event }, "e", Logged: false), Token));
    }

    [Theory]
    [InlineData("dl_other", "A-1")]
    [InlineData("dl_customer", "A-2")]
    [InlineData("dl_customer", null)]
    public async Task An_open_conversation_is_refused_to_another_user_or_account(string user, string? account)
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();

        await Should.ThrowAsync<ConversationOwnedByAnotherException>(
            () => host.Inbox.OpenAsync(conversation, new(user, null, account), Token));

        await host.OpenAsync();
        (await host.History.FindOriginAsync(conversation, Token)).ShouldBe(new ConversationOrigin("dl_customer", "Ada", "A-1"));
        (await host.History.FindOriginAsync(new("test", "nobody"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_pasted_secret_reaches_the_turn_and_neither_the_log_nor_the_file()
    {
        var revealed = new List<string?>();
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn =>
            {
                revealed.Add(turn.ProtectedValue);
                return turn.SendActivityAsync($"Got {turn.Activity.Text}");
            }),
            services => services.AddSingletonRedaction());
        var conversation = await host.OpenAsync();

        await host.SayAsync(conversation, "it is SECRET-4711 there");

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: [secret]", "bot: Got [secret]"]);
        revealed.ShouldBe(["it is SECRET-4711 there"]);
        StoreFiles.Contain(host.Path, "SECRET-4711").ShouldBeFalse();
        StoreFiles.Contain(host.Path, "c1|0000001").ShouldBeTrue("else this test looks in the wrong place");
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM inbox WHERE protected_value IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_for_the_log_ends_when_something_is_said()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        var waiting = host.History.WaitAsync(conversation, 0, Token);
        waiting.IsCompleted.ShouldBeFalse();

        await host.SayAsync(conversation, "hello");

        await waiting;
        await host.History.WaitAsync(conversation, 0, Token);
        await host.SettleAsync();
        var slowPoll = host.History.WaitAsync(conversation, 2, Token);
        slowPoll.IsCompleted.ShouldBeFalse();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await slowPoll;
    }

    [Fact]
    public async Task Words_of_all_scripts_come_back_as_they_were()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync("ü|x/é");
        var text = Encoding.UTF8.GetString("Grüße, ça va? 🚗 '; DROP TABLE log; --"u8);

        await host.SayAsync(conversation, text);

        (await host.TranscriptAsync(conversation)).ShouldBe([$"user: {text}", $"bot: You said {text}"]);
    }
}
