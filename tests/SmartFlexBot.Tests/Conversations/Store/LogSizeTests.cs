using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>A conversation has a size: when it is longer, its oldest entries leave.</summary>
public sealed class LogSizeTests
{
    private const int Limit = 1024 * 1024;

    private static readonly string Long = new('x', 40_000);

    [Fact]
    public async Task The_oldest_leave_and_the_newest_stay()
    {
        await using var store = await StoreHost.StartAsync(("ConversationBytes", $"{Limit}"));

        for (var number = 0; number < 100; number++)
        {
            await store.AcceptAsync($"{number} {Long}");
            await store.DrainAsync();
        }

        var log = await ReadAsync(store, StoreHost.Conversation);
        log.Sum(entry => entry.Json.Length).ShouldBeInRange(Limit / 2, Limit + Limit / 8 + 2 * Long.Length);
        log[^1].Sequence.ShouldBe(100);
        log.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range((int)log[0].Sequence, log.Count).Select(seq => (long)seq));
    }

    [Fact]
    public async Task What_the_bot_says_counts_too()
    {
        await using var store = await StoreHost.StartAsync(("ConversationBytes", $"{Limit}"));

        for (var number = 0; number < 50; number++)
        {
            await store.CommitAsync(commit => commit with { Outgoing = new([$$"""{"text":"{{Long}}"}"""], OutgoingWay.Log) });
        }

        (await ReadAsync(store, StoreHost.Conversation)).Sum(entry => entry.Json.Length)
            .ShouldBeLessThan(Limit + Limit / 8 + 2 * Long.Length);
    }

    [Fact]
    public async Task What_still_waits_to_be_answered_stays()
    {
        await using var store = await StoreHost.StartAsync(("ConversationBytes", $"{Limit}"));

        for (var number = 0; number < 100; number++)
        {
            await store.AcceptAsync($"{number} {Long}");
        }

        var waiting = await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 1000);
        waiting.Count.ShouldBe(100);
        waiting.ShouldAllBe(item => item.Json.Contains(Long));
    }

    [Fact]
    public async Task Others_lose_nothing()
    {
        await using var store = await StoreHost.StartAsync(("ConversationBytes", $"{Limit}"));
        await store.Inbox.AcceptAsync(StoreHost.Other, Arrivals.Of("hello") with { ActivityId = null }, null);

        for (var number = 0; number < 60; number++)
        {
            await store.AcceptAsync($"{number} {Long}");
            await store.DrainAsync();
        }

        (await ReadAsync(store, StoreHost.Other)).ShouldHaveSingleItem();
    }

    private static async Task<IReadOnlyList<StoredEntry>> ReadAsync(StoreHost store, ConversationKey conversation) =>
        await store.Log.ReadAsync(conversation, 0, new(1000, int.MaxValue));
}
