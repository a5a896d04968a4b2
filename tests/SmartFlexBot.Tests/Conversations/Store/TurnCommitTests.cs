using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>One commit holds all that a turn decided, or nothing of it.</summary>
public sealed class TurnCommitTests
{
    private static readonly DateTimeOffset Later = new(2027, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_commit_holds_everything_that_the_turn_decided()
    {
        await using var store = await StoreHost.StartAsync();

        await store.Turns.CommitAsync(Everything(await store.AcceptAsync()));

        (await store.Turns.LoadAsync(StoreHost.Conversation)).ShouldBe(new StoredConversation("sealed", """{"n":1}""", 1));
        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"hello\"", "2 c1|0000002: \"a\"", "3 c1|0000003: \"b\""]);
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Select(item => item.Entry.Json).ShouldBe(["\"a\"", "\"b\""]);
        (await store.Records.FindAsync("journey", "j1")).ShouldBe(new RecordContent(1, "{}"));
        (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).Select(claimed => (claimed.Key, claimed.Payload))
            .ShouldBe([("k1", "sealed")]);
        (await store.Watches.ClaimAsync("device", 10, TimeSpan.FromMinutes(1))).Select(due => due.Watch.Key).ShouldBe(["d1"]);
        (await store.Reminders.ReadDueAsync(10)).Select(due => (due.Conversation, due.Key, due.DueAt, due.Json))
            .ShouldBe([(StoreHost.Conversation, "nudge", store.Now, "\"nudge\"")]);
        (await store.Events.ReadDueAsync(10)).Select(due => due.Event).ShouldBe([new BusinessEvent("journey.live", "j1", "e1", "{}")]);
        (await store.Inbox.ReadReadyAsync(StoreHost.Other, 10)).Select(item => (item.ActivityId, item.Json, item.Sequence))
            .ShouldBe([("p1", "\"post\"", null)]);
    }

    [Fact]
    public async Task A_commit_that_fails_at_its_end_leaves_nothing()
    {
        await using var store = await StoreHost.StartAsync();
        var stale = new RecordChange("journey", "j2", ExpectedVersion: 7, "{}", false, null);
        var all = Everything(await store.AcceptAsync());

        await Should.ThrowAsync<StaleVersionException>(() => store.Turns.CommitAsync(all with { Records = [.. all.Records, stale] }));

        (await store.Turns.LoadAsync(StoreHost.Conversation)).ShouldBe(new StoredConversation("sealed", "{}", 0));
        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeTrue();
        (await store.Log.NewestAsync(StoreHost.Conversation)).ShouldBe(1);
        (await store.TranscriptAsync()).ShouldHaveSingleItem();
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).ShouldBeEmpty();
        (await store.Records.FindAsync("journey", "j1")).ShouldBeNull();
    }

    [Fact]
    public async Task An_item_is_answered_once()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync();
        await store.Turns.CommitAsync(Commits.Of(item, version: 0) with { Outgoing = Said("once") });

        await Should.ThrowAsync<ItemDoneException>(
            () => store.Turns.CommitAsync(Commits.Of(item, version: 1) with { Outgoing = Said("twice") }));

        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"hello\"", "2 c1|0000002: \"once\""]);
    }

    [Fact]
    public async Task A_turn_on_an_old_state_is_refused_and_its_item_stays_undone()
    {
        await using var store = await StoreHost.StartAsync();
        var (first, second) = (await store.AcceptAsync("first"), await store.AcceptAsync("second"));
        await store.Turns.CommitAsync(Commits.Of(first, version: 0));

        await Should.ThrowAsync<StaleVersionException>(() => store.Turns.CommitAsync(Commits.Of(second, version: 0)));

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).ShouldHaveSingleItem().ShouldBe(second);
        await store.Turns.CommitAsync(Commits.Of(second, version: 1));
    }

    [Fact]
    public async Task The_secret_of_an_item_goes_with_its_answer()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync(secret: "sealed-secret");
        item.Protected.ShouldBe("sealed-secret");

        await store.Turns.CommitAsync(Commits.Of(item, version: 0));

        StoreFiles.Scalar(store.Path, "SELECT count(protected_value) FROM inbox").ShouldBe(0);
    }

    [Theory]
    [InlineData(nameof(OutgoingWay.Outbox), 1, false)]
    [InlineData(nameof(OutgoingWay.Log), 0, false)]
    [InlineData(nameof(OutgoingWay.Request), 0, true)]
    public async Task What_is_said_goes_its_way(string way, int waiting, bool isKept)
    {
        await using var store = await StoreHost.StartAsync();

        await store.Turns.CommitAsync(
            Commits.Of(await store.AcceptAsync(), version: 0) with { Outgoing = new(["\"a\""], Enum.Parse<OutgoingWay>(way)) });

        (await store.TranscriptAsync())[^1].ShouldBe("2 c1|0000002: \"a\"");
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Count.ShouldBe(waiting);
        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello"))!.Activities.ShouldBe(isKept ? ["\"a\""] : []);
    }

    [Fact]
    public async Task A_command_or_event_whose_key_was_used_is_ignored()
    {
        await using var store = await StoreHost.StartAsync();
        await store.Turns.CommitAsync(Everything(await store.AcceptAsync("first")));
        var claimed = (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).ShouldHaveSingleItem();
        await store.Commands.CompleteAsync(claimed, new(StoreHost.Other, "done", "k1", "{}", "x"));
        await store.Events.MarkTakenAsync((await store.Events.ReadDueAsync(10))[0]);

        await store.Turns.CommitAsync(Everything(await store.AcceptAsync("second"), version: 1) with { Records = [] });

        (await store.Commands.ClaimAsync(CommandStatus.Pending, 10)).ShouldBeEmpty();
        (await store.Events.ReadDueAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_comes_once_and_to_nobody_when_the_conversation_is_not_there()
    {
        await using var store = await StoreHost.StartAsync();
        var nowhere = new ConversationKey("test", "nowhere");
        InboxEvent[] posts =
        [
            new(StoreHost.Other, "post", "live", "1", "p1"), new(StoreHost.Other, "post", "live", "2", "p2"),
            new(nowhere, "post", "live", "3", "p3"),
        ];

        await store.Turns.CommitAsync(Commits.Of(await store.AcceptAsync(), version: 0) with { Posts = posts });

        (await store.Inbox.ReadReadyAsync(StoreHost.Other, 10)).Select(item => item.Json).ShouldBe(["1"]);
        (await store.Inbox.ReadReadyAsync(nowhere, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_answered_about_the_same_answers_what_came_before_it_and_nothing_else()
    {
        await using var store = await StoreHost.StartAsync();
        foreach (var (text, about) in new[] { ("1", "device"), ("2", "tariff"), ("3", (string?)null), ("4", "device"), ("5", "device") })
        {
            await store.Inbox.AcceptAsync(StoreHost.Conversation, Arrivals.Of(text) with { Logged = false, About = about }, null);
        }

        await store.Inbox.AcceptAsync(StoreHost.Other, Arrivals.Of("6") with { About = "device" }, null);
        var fourth = (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10))[3];

        await store.Turns.CommitAsync(Commits.Of(fourth, version: 0));

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).Select(item => item.ActivityId).ShouldBe(["id-2", "id-3", "id-5"]);
        (await store.Inbox.HasUndoneAsync(StoreHost.Other)).ShouldBeTrue();
    }

    private static Outgoing Said(string text) => new([$"\"{text}\""], OutgoingWay.Outbox);

    private static TurnCommit Everything(InboxItem item, long version = 0) => Commits.Of(item, version) with
    {
        State = """{"n":1}""",
        Outgoing = new(["\"a\"", "\"b\""], OutgoingWay.Outbox),
        Records = [new("journey", "j1", 0, "{}", IsEvidence: false, null)],
        Commands = [new("register", "k1", "sealed")],
        Watches = [(("device", "d1"), new("device", "d1", "sealed", TimeSpan.FromSeconds(3), Later))],
        Reminders = [("nudge", new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), "\"nudge\"")],
        Events = [new("journey.live", "j1", "e1", "{}")],
        Posts = [new(StoreHost.Other, "post", "live", "\"post\"", "p1")],
    };
}
