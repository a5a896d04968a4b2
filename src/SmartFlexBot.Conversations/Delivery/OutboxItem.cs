using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Delivery;

/// <summary>A committed activity that its channel has not taken yet.</summary>
internal sealed record OutboxItem(LogEntry Entry, int Attempts, long NotBefore)
{
    public static List<OutboxItem> ReadWaiting(SqlSession session, ConversationKey conversation, int limit) => session.Query(
        OutboxSql.Waiting,
        row => new OutboxItem(
            new(row.GetInt64(0), StoredActivity.Read(conversation, row.GetString(5), row.GetString(3), row.GetInt64(4))),
            row.GetInt32(1),
            row.GetInt64(2)),
        conversation.ToString(), limit);
}
