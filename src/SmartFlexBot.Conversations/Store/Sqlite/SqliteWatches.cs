using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteWatches(StoreReader reader, StoreWriter writer, TimeProvider time) : IWatchStore
{
    public async Task<IReadOnlyList<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease)
    {
        var now = time.UnixNow();
        if (!reader.Read(session => session.First(WatchSql.AnyDue, _ => true, kind, now)))
        {
            return [];
        }

        return await writer.WriteAsync(session => session.Query(
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
    }

    public Task LookAgainAsync(DueWatch due, long next, int failures) => writer.WriteAsync(session =>
        session.Execute(WatchSql.Seen, next, failures, due.Watch.Kind, due.RowKey, due.Version));

    public Task<bool> ChangeAsync(DueWatch due, string state, long next, InboxEvent told)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
            session.Execute(WatchSql.Changed, state, next, due.Watch.Kind, due.RowKey, due.Version) == 1
            && InboxWrites.Post(session, told, now));
    }

    public Task<bool> EndAsync(DueWatch due, InboxEvent? told)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
            session.Execute(WatchSql.End, due.Watch.Kind, due.RowKey, due.Version) == 1
            && told is not null && InboxWrites.Post(session, told, now));
    }

    public async Task<bool> HurryAsync(ConversationKey conversation) =>
        await writer.WriteAsync(session => session.Execute(WatchSql.Hurry, conversation.ToString())) > 0;
}
