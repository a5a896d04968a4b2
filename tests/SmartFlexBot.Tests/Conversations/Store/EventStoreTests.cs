using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class EventStoreTests
{
    [Fact]
    public async Task The_events_of_one_subject_come_in_order_and_hold_back_no_other()
    {
        await using var store = await StartAsync(("j1", "a"), ("j1", "b"), ("j2", "c"));
        var first = await store.Events.ReadDueAsync(10);
        first.Select(due => due.Event.Key).ShouldBe(["a", "c"]);

        await store.Events.PostponeAsync(first[0], store.Now + 1000, refused: false, "503");

        (await store.Events.ReadDueAsync(10)).Select(due => due.Event.Key).ShouldBe(["c"]);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await store.Events.ReadDueAsync(10);
        later.Select(due => (due.Event.Key, due.Attempts, due.Refusals)).ShouldBe([("c", 0, 0), ("a", 1, 0)], "longest waiting first");
        await store.Events.MarkTakenAsync(later[1]);
        (await store.Events.ReadDueAsync(10)).Select(due => due.Event.Key).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task A_dead_letter_waits_no_longer_until_it_is_tried_again()
    {
        await using var store = await StartAsync(("j1", "a"), ("j1", "b"));
        var due = (await store.Events.ReadDueAsync(10)).ShouldHaveSingleItem();
        await store.Events.PostponeAsync(due, store.Now, refused: true, "400");

        await store.Events.MarkRefusedAsync(due, "400 again");

        (await store.Events.ReadDueAsync(10)).Select(next => next.Event.Key).ShouldBe(["b"]);
        var refused = (await store.Events.ReadRefusedAsync(10)).ShouldHaveSingleItem();
        (refused.Key, refused.Reason).ShouldBe(("a", "400 again"));
        (await store.Events.CountRefusedAsync()).ShouldBe(1);
        (await store.Events.RetryAsync("b")).ShouldBe(0, "it is none");
        (await store.Events.RetryAsync("a")).ShouldBe(1);
        var again = (await store.Events.ReadDueAsync(10)).ShouldHaveSingleItem();
        (again.Event.Key, again.Attempts, again.Refusals).ShouldBe(("a", 0, 0));
    }

    private static async Task<StoreHost> StartAsync(params (string Subject, string Key)[] events)
    {
        var store = await StoreHost.StartAsync();
        await store.CommitAsync(commit => commit with
        {
            Events = [.. events.Select(one => new BusinessEvent("journey.live", one.Subject, one.Key, "{}"))],
        });
        return store;
    }
}
