using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteEvents(StoreReader reader, StoreWriter writer, TimeProvider time) : IEventStore
{
    public ValueTask<IReadOnlyList<DueEvent>> ReadDueAsync(int limit)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.Query(
            EventSql.Due,
            row => new DueEvent(
                row.GetInt64(0),
                new(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
                row.GetInt32(5),
                row.GetInt32(6)),
            now, limit)));
    }

    public Task MarkTakenAsync(DueEvent due) => writer.WriteAsync(session => session.Execute(EventSql.Taken, due.Id));

    public Task PostponeAsync(DueEvent due, long notBefore, bool refused, string reason) =>
        writer.WriteAsync(session => session.Execute(EventSql.Postpone, refused ? 1 : 0, notBefore, reason, due.Id));

    public Task MarkRefusedAsync(DueEvent due, string reason) =>
        writer.WriteAsync(session => session.Execute(EventSql.Refuse, reason, due.Id));

    public ValueTask<IReadOnlyList<RefusedEvent>> ReadRefusedAsync(int limit) => new(reader.Read(session => session.Query(
        EventSql.Refused,
        row => new RefusedEvent(
            row.GetString(0),
            row.GetString(1),
            row.GetInt32(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            row.IsDBNull(4) ? "" : row.GetString(4))
        { Json = row.GetString(5) },
        limit)));

    public ValueTask<int> CountRefusedAsync() =>
        new(reader.Read(session => session.First(EventSql.CountRefused, row => row.GetInt32(0))));

    public Task<int> RetryAsync(string? key) => writer.WriteAsync(session => session.Execute(EventSql.Retry, key));
}
