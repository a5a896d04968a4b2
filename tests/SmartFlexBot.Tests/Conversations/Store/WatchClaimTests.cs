using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>Who looks at a watch has it alone for a while; what was seen counts only while the watch is the one that was claimed.</summary>
public sealed class WatchClaimTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly InboxEvent Told = new(StoreHost.Conversation, "told", "watch", "\"told\"", "t1");

    [Fact]
    public async Task A_claimed_watch_is_nobody_elses_until_its_lease_is_over()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();
        var due = await store.ClaimWatchAsync();

        (due.Watch.Payload, due.LastState, due.Version, due.Failures, due.Every).ShouldBe(("sealed", null, 1, 0, TimeSpan.FromSeconds(3)));
        (await store.Watches.ClaimAsync("device", 10, Lease)).ShouldBeEmpty();
        (await store.Watches.ClaimAsync("tariff", 10, Lease)).ShouldBeEmpty();
        store.Clock.Advance(Lease);
        (await store.ClaimWatchAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_watch_is_due_again_when_it_was_said_to_be()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();

        await store.Watches.LookAgainAsync(await store.ClaimWatchAsync(), store.Now + 3000, failures: 2);

        store.Clock.Advance(TimeSpan.FromMilliseconds(2999));
        (await store.Watches.ClaimAsync("device", 10, Lease)).ShouldBeEmpty();
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await store.ClaimWatchAsync()).Failures.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_is_kept_and_told_in_one_commit()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();

        (await store.Watches.ChangeAsync(await store.ClaimWatchAsync(), "\"test\"", store.Now, Told)).ShouldBeTrue();

        (await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 10)).Select(item => item.Json).ShouldBe(["\"told\""]);
        var next = await store.ClaimWatchAsync();
        (next.LastState, next.Version).ShouldBe(("\"test\"", 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_end_of_a_watch_is_told_or_not(bool isTold)
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();

        (await store.Watches.EndAsync(await store.ClaimWatchAsync(), isTold ? Told : null)).ShouldBe(isTold);

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBe(isTold);
        store.Clock.Advance(Lease);
        (await store.Watches.ClaimAsync("device", 10, Lease)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_seen_of_a_watch_that_was_asked_for_again_counts_for_nothing()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();
        var old = await store.ClaimWatchAsync();
        await store.Watches.ChangeAsync(old, "\"test\"", store.Now, Told with { DedupeKey = "first" });
        await store.DrainAsync();
        await store.WatchAsync();
        var current = await store.ClaimWatchAsync();

        await store.Watches.LookAgainAsync(old, store.Now, failures: 5);
        (await store.Watches.ChangeAsync(old, "\"stale\"", store.Now, Told)).ShouldBeFalse();
        (await store.Watches.EndAsync(old, Told)).ShouldBeFalse();

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
        (await store.Watches.ClaimAsync("device", 10, Lease)).ShouldBeEmpty("the newer claim still holds");
        store.Clock.Advance(Lease);
        var again = await store.ClaimWatchAsync();
        (again.LastState, again.Version, again.Failures).ShouldBe(("\"test\"", current.Version, 0));
    }

    [Fact]
    public async Task A_watch_that_was_ended_meanwhile_tells_nothing()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();
        var due = await store.ClaimWatchAsync();
        await store.CommitAsync(commit => commit with { Watches = [(("device", "d1"), null)] });

        (await store.Watches.ChangeAsync(due, "\"test\"", store.Now, Told)).ShouldBeFalse();

        (await store.Inbox.HasUndoneAsync(StoreHost.Conversation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_watch_that_is_asked_for_again_is_due_at_once()
    {
        await using var store = await StoreHost.StartAsync();
        await store.WatchAsync();
        await store.Watches.LookAgainAsync(await store.ClaimWatchAsync(), store.Now + 60_000, failures: 4);

        await store.WatchAsync();

        (await store.ClaimWatchAsync()).Failures.ShouldBe(0);
    }
}
