using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteLog(StoreReader reader) : ILogStore
{
    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(ConversationKey conversation, long watermark, int limit) =>
        new(reader.Read(session => session.Query(LogSql.After, row => Entry(row, 0), conversation.ToString(), watermark, limit)));

    public ValueTask<long> NewestAsync(ConversationKey conversation) => new(reader.Read(session =>
        session.First(ConversationSql.LogSeq, row => row.GetInt64(0), conversation.ToString())));

    /// <param name="at">The column of the number; id, time and JSON follow it.</param>
    public static StoredEntry Entry(SqliteDataReader row, int at) =>
        new(row.GetInt64(at), row.GetString(at + 1), row.GetInt64(at + 2), row.GetString(at + 3));
}
