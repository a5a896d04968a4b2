using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class OutboxStoreTests
{
    [Fact]
    public async Task What_waits_is_read_in_order_also_what_must_wait_longer()
    {
        await using var store = await StartAsync("a", "b", "c");

        await store.Outbox.PostponeAsync(StoreHost.Conversation, 2, store.Now + 5000, "429");
        await store.Outbox.PostponeAsync(StoreHost.Conversation, 2, store.Now + 9000, "429");

        var waiting = await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 2);
        waiting.Select(item => (item.Entry.Sequence, item.Entry.Json, item.Attempts, item.NotBefore))
            .ShouldBe([(2, "\"a\"", 2, store.Now + 9000), (3, "\"b\"", 0, 0)]);
        (await store.Outbox.ReadWaitingAsync(StoreHost.Other, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_taken_or_given_up_waits_no_longer()
    {
        await using var store = await StartAsync("a", "b", "c");

        await store.Outbox.MarkDeliveredAsync(StoreHost.Conversation, 2);
        await store.Outbox.MarkDeliveredAsync(StoreHost.Conversation, 2);
        await store.Outbox.GiveUpAsync(StoreHost.Conversation, 3, "blocked");
        await store.Outbox.PostponeAsync(StoreHost.Conversation, 3, store.Now, "late");
        await store.Outbox.MarkDeliveredAsync(StoreHost.Other, 4);

        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Select(item => item.Entry.Sequence).ShouldBe([4]);
        (await store.TranscriptAsync()).Length.ShouldBe(4, "the log keeps it");
    }

    [Fact]
    public async Task What_may_have_been_delivered_or_cannot_be_waits_no_longer_either()
    {
        await using var store = await StartAsync("a", "b", "c");

        await store.Outbox.MarkUncertainAsync(StoreHost.Conversation, 3, "no answer");
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Select(item => item.Entry.Sequence).ShouldBe([2, 4]);

        await store.Outbox.GiveUpAllAsync(StoreHost.Other, "blocked");
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).Count.ShouldBe(2);
        await store.Outbox.GiveUpAllAsync(StoreHost.Conversation, "blocked");
        (await store.Outbox.ReadWaitingAsync(StoreHost.Conversation, 10)).ShouldBeEmpty();
    }

    private static async Task<StoreHost> StartAsync(params string[] said)
    {
        var store = await StoreHost.StartAsync();
        await store.CommitAsync(commit => commit with { Outgoing = new([.. said.Select(text => $"\"{text}\"")], OutgoingWay.Outbox) });
        return store;
    }
}
