using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>Watches that this node looks at, and what becomes of them.</summary>
internal sealed class WatchClaims(IWatchStore store, Protection protection, IConversationWaker waker, TimeProvider time)
{
    public async Task<List<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease) =>
        [.. (await store.ClaimAsync(kind, limit, lease)).Select(due => due with
        {
            Watch = due.Watch with { Payload = protection.WatchPayload.Unprotect(due.Watch.Payload) },
        })];

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
        SystemEvent.Create(eventName, due.Watch.Kind, due.Watch.Key, "state", state));

    private void WakeIf(bool hasNews, DueWatch due)
    {
        if (hasNews)
        {
            waker.Wake(due.Watch.Conversation);
        }
    }
}
