using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>The rows of what is said. For use inside a writer's job, after the log's counter was moved.</summary>
internal static class OutgoingWrites
{
    /// <param name="newest">The number of the last of them.</param>
    public static void Append(SqlSession session, ConversationKey conversation, long newest, Outgoing outgoing, long now)
    {
        var key = conversation.ToString();
        var seq = newest - outgoing.Activities.Count;
        foreach (var json in outgoing.Activities)
        {
            seq++;
            session.Execute(LogSql.Insert, key, seq, StoredEntry.Id(conversation, seq), now, outgoing.Logging!(json, seq));
            if (outgoing.Way == OutgoingWay.Outbox)
            {
                session.Execute(OutboxSql.Insert, key, seq, now);
            }
        }
    }

    /// <summary>What its sender got in the request is found again under its item.</summary>
    public static void KeepAnswer(SqlSession session, long item, long newest, Outgoing outgoing)
    {
        if (AnswerOf(outgoing, newest) is (long from, int count))
        {
            session.Execute(InboxSql.Answered, from, count, item);
        }
    }

    /// <returns>The first entry's number and how many there are; nulls when nothing was said in the request.</returns>
    public static (long? From, int? Count) AnswerOf(Outgoing outgoing, long newest) =>
        outgoing is { Way: OutgoingWay.Request, Activities.Count: > 0 and var count } ? (newest - count + 1, count) : (null, null);
}
