using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>The rows that bring an activity into an inbox. For use inside a writer's job, beside what else it commits.</summary>
internal static class InboxWrites
{
    /// <returns>False when the conversation exists already.</returns>
    public static bool Open(SqlSession session, string conversation, Opening opening, long now) =>
        session.Execute(ConversationSql.Open, conversation, opening.Origin, opening.Owner, now) == 1;

    /// <returns>True when the conversation has something new to do.</returns>
    public static bool Post(SqlSession session, InboxEvent entry, long now)
    {
        var conversation = entry.Conversation.ToString();
        return session.First(ConversationSql.Exists, _ => true, conversation)
            && session.Execute(
                InboxSql.Insert, conversation, entry.DedupeKey, entry.Json, null, entry.ActivityId, null, now, entry.About) == 1;
    }

    /// <returns>The first acceptance when there was one.</returns>
    /// <exception cref="ConversationNotFoundException">The conversation was never opened.</exception>
    public static Acceptance Accept(SqlSession session, ConversationKey key, Arrival arrival, long now)
    {
        var conversation = key.ToString();
        var first = session.First(
            InboxSql.FirstAcceptance,
            row => new Acceptance(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), Duplicate: true),
            conversation, arrival.DedupeKey);
        return first ?? (arrival.Logged ? AcceptLogged(session, key, arrival, now) : AcceptUnlogged(session, conversation, arrival, now));
    }

    private static Acceptance AcceptUnlogged(SqlSession session, string conversation, Arrival arrival, long now)
    {
        _ = session.First(ConversationSql.Exists, _ => true, conversation) ? true : throw new ConversationNotFoundException();
        var id = arrival.ActivityId ?? InboxEvent.NewId();
        session.Execute(InboxSql.Insert, conversation, arrival.DedupeKey, arrival.Json, arrival.Protected, id, null, now, arrival.About);
        return new(id, null, Duplicate: false);
    }

    private static Acceptance AcceptLogged(SqlSession session, ConversationKey key, Arrival arrival, long now)
    {
        var conversation = key.ToString();
        var seq = session.First(ConversationSql.NextLogSeq, row => (long?)row.GetInt64(0), now, conversation)
            ?? throw new ConversationNotFoundException();
        var activityId = arrival.ActivityId ?? StoredEntry.Id(key, seq);
        session.Execute(InboxSql.Insert, conversation, arrival.DedupeKey, null, arrival.Protected, activityId, seq, now, arrival.About);
        session.Execute(LogSql.Insert, conversation, seq, activityId, now, arrival.Logging!(seq));
        if (arrival.CustomerIsBack)
        {
            session.Execute(WatchSql.Hurry, conversation);
        }

        return new(activityId, seq, Duplicate: false);
    }
}
