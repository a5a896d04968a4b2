using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>Watches that this node looks at, and what becomes of them.</summary>
internal sealed partial class WatchClaims(
    IWatchStore store, IConversationWaker waker, TimeProvider time, ILogger<WatchClaims> logger)
{
    public Task<IReadOnlyList<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease) => store.ClaimAsync(kind, limit, lease);

    /// <returns>The watch as its source gets it; null when its payload does not open.</returns>
    public Watch? Open(DueWatch due)
    {
        if (due.IsReadable)
        {
            return due.Watch;
        }

        Log.NotOpened(logger, due.Watch.Kind, due.RowKey);
        return null;
    }

    public Task LookAgainAsync(DueWatch due, TimeSpan pause, int failures) =>
        store.LookAgainAsync(due, time.UnixNow() + pause.Ms(), failures);

    public Task EndAsync(DueWatch due) => store.EndAsync(due, null);

    public async Task ChangeAsync(DueWatch due, string state, TimeSpan pause) =>
        WakeIf(await store.ChangeAsync(due, state, time.UnixNow() + pause.Ms(), Event(due, WatchEvents.Changed, state)), due);

    public async Task TellAndEndAsync(DueWatch due, string eventName, string? state) =>
        WakeIf(await store.EndAsync(due, Event(due, eventName, state)), due);

    /// <summary>The version fences a repeat; the key only has to be new.</summary>
    private static InboxEvent Event(DueWatch due, string eventName, string? state) => InboxEvent.From(
        due.Watch.Conversation,
        $"watch:{InboxEvent.NewId()}",
        $"watch:{due.Watch.Kind}:{due.Watch.Key}",
        SystemEvent.Create(eventName, due.Watch.Kind, due.Watch.Key, "state", state));

    private void WakeIf(bool hasNews, DueWatch due)
    {
        if (hasNews)
        {
            waker.Wake(due.Watch.Conversation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The payload of watch {Kind} {Key} does not open; it counts as one that could not be read.")]
        public static partial void NotOpened(ILogger logger, string kind, string key);
    }
}
