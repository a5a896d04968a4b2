using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

/// <summary>What tests of the store do again and again.</summary>
internal static class StoreSteps
{
    /// <summary>A turn on an item of its own.</summary>
    public static async Task CommitAsync(this StoreHost store, Func<TurnCommit, TurnCommit> decide)
    {
        var item = await store.AcceptAsync(Guid.NewGuid().ToString());
        await store.Turns.CommitAsync(decide(Commits.Of(item, (await store.Turns.LoadAsync(StoreHost.Conversation))!.Version)));
    }

    /// <summary>Answers whatever is undone, with nothing.</summary>
    public static async Task DrainAsync(this StoreHost store)
    {
        foreach (var item in await store.Inbox.ReadReadyAsync(StoreHost.Conversation, 100))
        {
            await store.Turns.CommitAsync(Commits.Of(item, (await store.Turns.LoadAsync(StoreHost.Conversation))!.Version));
        }
    }

    public static Task WatchAsync(this StoreHost store) => store.CommitAsync(commit => commit with
    {
        Watches = [(("device", "d1"), new("device", "d1", "sealed", TimeSpan.FromSeconds(3), store.Clock.GetUtcNow().AddHours(1)))],
    });

    public static async Task<DueWatch> ClaimWatchAsync(this StoreHost store) =>
        (await store.Watches.ClaimAsync("device", 10, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem();
}
