using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>A watch that this node may look at now.</summary>
internal sealed record DueWatch(
    Watch Watch, string? LastState, long Version, TimeSpan Every, long Until, int Failures, long LastActivity);

internal sealed class WatchStore(
    StoreReader reader, StoreWriter writer, Protection protection, ConversationWaker waker, TimeProvider time)
{
    public async Task<List<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease)
    {
        var now = time.UnixNow();
        if (!reader.Read(session => session.First(WatchSql.AnyDue, _ => true, kind, now)))
        {
            return [];
        }

        var claimed = await writer.WriteAsync(session => session.Query(
            WatchSql.Claim,
            row => new DueWatch(
                new(kind, row.GetString(0), row.GetString(2), ConversationKey.Parse(row.GetString(1))),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.GetInt64(4),
                TimeSpan.FromMilliseconds(row.GetInt64(5)),
                row.GetInt64(6),
                row.GetInt32(7),
                row.GetInt64(8)),
            now + lease.Ms(), kind, now, limit));
        return [.. claimed.Select(due => due with
        {
            Watch = due.Watch with { Payload = protection.WatchPayload.Unprotect(due.Watch.Payload) },
        })];
    }

    public Task LookAgainAsync(DueWatch due, TimeSpan pause, int failures)
    {
        var next = time.UnixNow() + pause.Ms();
        return writer.WriteAsync(session =>
            session.Execute(WatchSql.Seen, next, failures, due.Watch.Kind, due.Watch.Key, due.Version));
    }

    public Task EndAsync(DueWatch due) =>
        writer.WriteAsync(session => session.Execute(WatchSql.End, due.Watch.Kind, due.Watch.Key, due.Version));

    public Task ChangeAsync(DueWatch due, string state, TimeSpan pause)
    {
        var next = time.UnixNow() + pause.Ms();
        return TellAsync(due, WatchEvents.Changed, state, session =>
            session.Execute(WatchSql.Changed, state, next, due.Watch.Kind, due.Watch.Key, due.Version));
    }

    /// <summary>The event and the end of the watch, in one commit.</summary>
    public Task TellAndEndAsync(DueWatch due, string eventName, string? state) =>
        TellAsync(due, eventName, state, session =>
            session.Execute(WatchSql.End, due.Watch.Kind, due.Watch.Key, due.Version));

    private async Task TellAsync(DueWatch due, string eventName, string? state, Func<SqlSession, int> mark)
    {
        var now = time.UnixNow();
        var watch = due.Watch;

        // The version fences a repeat; the key only has to be new.
        var entry = InboxEvent.From(
            watch.Conversation, $"watch:{InboxEvent.NewId()}", SystemEvent.Create(eventName, watch.Kind, watch.Key, "state", state));
        if (await writer.WriteAsync(session => mark(session) == 1 && InboxWrites.PostEvent(session, entry, now)))
        {
            waker.Wake(watch.Conversation);
        }
    }
}
