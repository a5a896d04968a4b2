using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>Items that are put off or aside; the conversation's state is not touched.</summary>
public sealed class FallbackCommitTests
{
    private static readonly Outgoing Nothing = new([], OutgoingWay.Outbox);

    [Fact]
    public async Task An_item_that_is_put_off_keeps_its_place_and_what_was_said_is_in_the_log()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync(secret: "sealed-secret");
        await store.AcceptAsync("second");

        await store.Turns.CommitAsync(new FallbackCommit(
            StoreHost.Conversation, item.Id, new Postponement(3, store.Now + 1000, Told: true),
            new(["\"still checking\""], OutgoingWay.Outbox)));

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).ShouldBeEmpty("nothing overtakes it");
        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeTrue();
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var ready = await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10);
        ready[0].ShouldBe(item with { Attempts = 3, Told = true });
        ready.Count.ShouldBe(2);
        (await store.TranscriptAsync())[^1].ShouldBe("3 c1|0000003: \"still checking\"");
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Select(waiting => waiting.Entry.Sequence).ShouldBe([3]);
        (await store.Turns.LoadAsync(StoreHost.Conversation))!.Version.ShouldBe(0);
    }

    [Fact]
    public async Task What_happened_by_itself_and_is_put_off_holds_back_nothing()
    {
        await using var store = await StoreHost.StartAsync();
        await store.Inbox.AcceptAsync(StoreHost.Conversation, Arrivals.Of("event") with { Logged = false, About = "device" }, null);
        var item = (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).ShouldHaveSingleItem();
        await store.AcceptAsync("hello");

        await store.Turns.CommitAsync(new FallbackCommit(
            StoreHost.Conversation, item.Id, new Postponement(1, store.Now + 1000, Told: false), Nothing));

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).Select(ready => ready.Json).ShouldBe(["\"hello\""]);
    }

    [Fact]
    public async Task What_was_said_in_the_request_is_found_by_its_repetition()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync();

        await store.Turns.CommitAsync(new FallbackCommit(
            StoreHost.Conversation, item.Id, new Postponement(1, 0, Told: true), new(["\"still checking\""], OutgoingWay.Request)));

        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello"))!.Activities.ShouldBe(["\"still checking\""]);
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).ShouldBeEmpty();
        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_item_that_is_put_aside_is_done()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync();

        await store.Turns.CommitAsync(new FallbackCommit(StoreHost.Conversation, item.Id, null, Nothing));

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        (await store.Inbox.FindAnswerAsync(StoreHost.Conversation, "hello"))!.Activities.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_that_was_answered_meanwhile_is_left_alone()
    {
        await using var store = await StoreHost.StartAsync();
        var item = await store.AcceptAsync();
        await store.Turns.CommitAsync(Commits.Of(item, version: 0));
        var said = new Outgoing(["\"sorry\""], OutgoingWay.Outbox);

        await Should.ThrowAsync<ItemDoneException>(
            () => store.Turns.CommitAsync(new FallbackCommit(StoreHost.Conversation, item.Id, null, said)));
        await Should.ThrowAsync<ItemDoneException>(() => store.Turns.CommitAsync(
            new FallbackCommit(StoreHost.Conversation, item.Id, new Postponement(1, 0, false), said)));

        (await store.TranscriptAsync()).ShouldHaveSingleItem();
    }
}
