using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>The rows that bring an activity into an inbox. For use inside a writer's job, beside what else it commits.</summary>
internal static class InboxWrites
{
    /// <summary>Brings in an event that no customer sent. A conversation that does not exist (any more) gets nothing.</summary>
    /// <returns>True when the conversation has something new to do.</returns>
    public static bool PostEvent(SqlSession session, in InboxEvent entry, long now)
    {
        var conversation = entry.Conversation.ToString();
        return session.First(ConversationSql.Exists, _ => true, conversation)
            && session.Execute(
                InboxSql.Insert, conversation, entry.DedupeKey, entry.Json, null, entry.ActivityId, null, now) == 1;
    }
}

/// <summary>An event on its way into an inbox, serialised outside the writer.</summary>
internal readonly record struct InboxEvent(ConversationKey Conversation, string DedupeKey, string Json, string ActivityId)
{
    public static InboxEvent From(ConversationKey conversation, string dedupeKey, Activity activity) =>
        new(conversation, dedupeKey, ActivityJson.Write(activity), activity.Id ?? NewId());

    /// <summary>For what is not in the log: nobody sorts by it.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");
}
