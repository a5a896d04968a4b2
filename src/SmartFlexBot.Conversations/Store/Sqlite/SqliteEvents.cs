using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteEvents(StoreReader reader, StoreWriter writer) : IEventStore
{
    public ValueTask<IReadOnlyList<WaitingEvent>> ReadWaitingAsync(int limit) => new(reader.Read(session => session.Query(
        EventSql.Waiting,
        row => new WaitingEvent(
            row.GetInt64(0), new(row.GetString(2), row.GetString(1), row.GetString(3)), row.GetInt32(4), row.GetInt64(5)),
        limit)));

    public Task MarkTakenAsync(long id) => writer.WriteAsync(session => session.Execute(EventSql.Taken, id));

    public Task PostponeAsync(long id, long notBefore) =>
        writer.WriteAsync(session => session.Execute(EventSql.Postpone, notBefore, id));
}
