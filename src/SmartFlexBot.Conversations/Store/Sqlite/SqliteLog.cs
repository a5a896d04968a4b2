using System.Text;
using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteLog(StoreReader reader) : ILogStore
{
    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(ConversationKey conversation, long watermark, LogPage page)
    {
        var left = page.Bytes;
        return new(reader.Read(session => session.QueryWhile(
            LogSql.After,
            row => Entry(row, 0),
            // One more row than fits is read, and dropped: no page holds more in memory than that.
            (entry, isFirst) => (left -= Encoding.UTF8.GetByteCount(entry.Json)) >= 0 || isFirst,
            conversation.ToString(), watermark, page.Entries)));
    }

    public ValueTask<long> NewestAsync(ConversationKey conversation) => new(reader.Read(session =>
        session.First(ConversationSql.LogSeq, row => row.GetInt64(0), conversation.ToString())));

    /// <param name="at">The column of the number; id, time and JSON follow it.</param>
    public static StoredEntry Entry(SqliteDataReader row, int at) =>
        new(row.GetInt64(at), row.GetString(at + 1), row.GetInt64(at + 2), row.GetString(at + 3));
}
