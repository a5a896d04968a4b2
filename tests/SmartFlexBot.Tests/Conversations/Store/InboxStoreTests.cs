using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class InboxStoreTests
{
    [Fact]
    public async Task What_is_accepted_is_numbered_in_order_and_read_in_order()
    {
        await using var store = await StoreHost.StartAsync();
        var unnamed = Arrivals.Of("first") with { ActivityId = null };

        (await AcceptAsync(store, unnamed)).ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: false));
        (await AcceptAsync(store, Arrivals.Of("event") with { Logged = false })).ShouldBe(
            new Acceptance("id-event", null, Duplicate: false));
        (await AcceptAsync(store, Arrivals.Of("second"))).ShouldBe(new Acceptance("id-second", 2, Duplicate: false));

        (await store.TranscriptAsync()).ShouldBe(["1 c1|0000001: \"first\"", "2 id-second: \"second\""]);
        var undone = await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10);
        undone.Select(item => (item.Json, item.Sequence, item.AcceptedAt)).ShouldBe(
            [("\"first\"", 1, store.Now), ("\"event\"", null, store.Now), ("\"second\"", 2, store.Now)]);
        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 2)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_was_accepted_before_stores_nothing(bool logged)
    {
        await using var store = await StoreHost.StartAsync();
        var first = await AcceptAsync(store, Arrivals.Of("hi") with { Logged = logged });

        var second = await AcceptAsync(store, Arrivals.Of("hi") with { Logged = logged, ActivityId = "another", Json = "\"another\"" });

        second.ShouldBe(first with { Duplicate = true });
        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).ShouldHaveSingleItem().Json.ShouldBe("\"hi\"");
        (await store.Log.NewestAsync(StoreHost.Conversation)).ShouldBe(logged ? 1 : 0);
        (await store.Inbox.AcceptAsync(StoreHost.Other, Arrivals.Of("hi"), null)).Duplicate.ShouldBeFalse("keys are a conversation's own");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conversation_is_opened_with_its_first_activity_or_must_exist(bool logged)
    {
        await using var store = await StoreHost.StartAsync();
        var (conversation, arrival) = (new ConversationKey("test", "new"), Arrivals.Of("hi") with { Logged = logged });
        await Should.ThrowAsync<ConversationNotFoundException>(() => store.Inbox.AcceptAsync(conversation, arrival, null));

        (await store.Inbox.AcceptAsync(conversation, arrival, new("mine", "me"))).Duplicate.ShouldBeFalse();

        (await store.Inbox.FindOriginAsync(conversation)).ShouldBe("mine");
        (await store.Inbox.OpenAsync(conversation, new("somebody else's", "another"))).ShouldBeFalse();
        await store.Inbox.AcceptAsync(conversation, Arrivals.Of("more"), new("somebody else's", "another"));
        (await store.Inbox.FindOriginAsync(conversation)).ShouldBe("mine");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Who_is_back_has_watches_that_are_due(bool isBack, int due)
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();
        await store.Watches.LookAgainAsync(await store.ClaimWatchAsync(), store.Now + 60_000, 0);

        await AcceptAsync(store, Arrivals.Of("hi") with { CustomerIsBack = isBack });

        (await store.Watches.ClaimAsync("device", 10, TimeSpan.FromSeconds(1))).Count.ShouldBe(due);
    }

    [Fact]
    public async Task An_answer_is_found_once_there_is_one()
    {
        await using var store = await StoreHost.StartAsync();
        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello")).ShouldBeNull("it never came");
        var item = await store.AcceptAsync();
        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello")).ShouldBeNull("nobody has answered yet");

        await store.Turns.CommitAsync(Commits.Of(item, version: 0));

        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello"))!.Activities.ShouldBeEmpty();
    }

    private static Task<Acceptance> AcceptAsync(StoreHost store, Arrival arrival) =>
        store.Inbox.AcceptAsync(StoreHost.Conversation, arrival, null);
}
