using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteRetention(StoreReader reader, StoreWriter writer) : IRetentionStore
{
    public async Task<int> DropAsync(RetentionKind kind, long before, int limit)
    {
        var dropped = 0;
        foreach (var rows in RetentionSql.Of(kind))
        {
            // Looked for beside the writer: what is over stays over.
            if (dropped < limit && reader.Read(session => session.First(rows.Any, _ => true, before)))
            {
                var left = limit - dropped;
                dropped += await writer.WriteAsync(session => session.Execute(rows.Drop, before, left));
            }
        }

        return dropped;
    }
}
