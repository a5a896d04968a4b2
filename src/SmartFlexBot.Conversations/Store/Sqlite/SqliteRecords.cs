using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteRecords(StoreReader reader, TimeProvider time) : IRecordStore
{
    public ValueTask<RecordContent?> FindAsync(string kind, string key)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.First(
            RecordSql.Find, row => new RecordContent(row.GetInt64(0), row.GetString(1)), kind, key, now)));
    }
}
