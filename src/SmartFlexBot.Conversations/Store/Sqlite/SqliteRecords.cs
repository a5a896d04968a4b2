using Microsoft.Data.Sqlite;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteRecords(StoreReader reader, StoreWriter writer, TimeProvider time) : IRecordStore
{
    public ValueTask<RecordContent?> FindAsync(string kind, string key)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.First(
            RecordSql.Find, row => new RecordContent(row.GetInt64(0), row.GetString(1)), kind, key, now)));
    }

    public ValueTask<IReadOnlyList<ListedContent>> ListAsync(string? kind, long after, int limit)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => kind is null
            ? session.Query(RecordSql.Changes, Listed, after, now, limit)
            : session.Query(RecordSql.ListOf, Listed, kind, after, now, limit)));
    }

    public ValueTask<long> NewestAsync() => new(reader.Read(session => session.First(RecordSql.Newest, row => row.GetInt64(0))));

    public Task PutAsync(RecordChange change)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session => session.Execute(
            RecordSql.Put, change.Kind, change.Key, change.Content, change.ExpiresAt, now, change.IsListed ? 1 : 0));
    }

    private static ListedContent Listed(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3));
}
