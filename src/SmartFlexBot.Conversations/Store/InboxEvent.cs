using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Store;

/// <summary>An event on its way into an inbox that no customer sent. A conversation that does not exist (any more) gets nothing.</summary>
internal sealed record InboxEvent(ConversationKey Conversation, string DedupeKey, string Json, string ActivityId)
{
    public static InboxEvent From(ConversationKey conversation, string dedupeKey, Activity activity) =>
        new(conversation, dedupeKey, ActivityJson.Write(activity), activity.Id ?? NewId());

    /// <summary>For what is not in the log: nobody sorts by it.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");
}
