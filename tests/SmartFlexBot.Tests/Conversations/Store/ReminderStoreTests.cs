using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class ReminderStoreTests
{
    private static readonly InboxEvent Told = new(StoreHost.Conversation, "reminder", "nudge", "\"nudge\"", "r1");

    [Fact]
    public async Task A_reminder_is_due_at_its_time_and_fires_once()
    {
        await using var store = await StoreHost.StartAsync();
        await RemindAsync(store, store.Now + 1000);
        (await store.Reminders.ReadDueAsync(10)).ShouldBeEmpty();
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var due = (await store.Reminders.ReadDueAsync(10)).ShouldHaveSingleItem();

        (await store.Reminders.FireAsync(due, Told)).ShouldBeTrue();
        (await store.Reminders.FireAsync(due, Told with { DedupeKey = "again" })).ShouldBeFalse();

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).Select(item => item.Json).ShouldBe(["\"nudge\""]);
        (await store.Reminders.ReadDueAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_moved_meanwhile_stays_where_it_is()
    {
        await using var store = await StoreHost.StartAsync();
        await RemindAsync(store, store.Now);
        var due = (await store.Reminders.ReadDueAsync(10)).ShouldHaveSingleItem();
        await RemindAsync(store, store.Now + 1000);

        (await store.Reminders.FireAsync(due, Told)).ShouldBeFalse();

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        (await store.Reminders.ReadDueAsync(10)).ShouldHaveSingleItem().DueAt.ShouldBe(store.Now);
    }

    [Fact]
    public async Task One_that_was_cancelled_meanwhile_is_not_told()
    {
        await using var store = await StoreHost.StartAsync();
        await RemindAsync(store, store.Now);
        var due = (await store.Reminders.ReadDueAsync(10)).ShouldHaveSingleItem();
        await store.CommitAsync(commit => commit with { Reminders = [("nudge", 0, null)] });

        (await store.Reminders.FireAsync(due, Told)).ShouldBeFalse();

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
    }

    private static Task RemindAsync(StoreHost store, long dueAt) =>
        store.CommitAsync(commit => commit with { Reminders = [("nudge", dueAt, "\"nudge\"")] });
}
