using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Store;

/// <summary>An event on its way into an inbox that no customer sent. A conversation that does not exist (any more) gets nothing.</summary>
/// <param name="About">What it is about: with one of them answered, those before it are done too.</param>
internal sealed record InboxEvent(ConversationKey Conversation, string DedupeKey, string About, string Json, string ActivityId)
{
    public static InboxEvent From(ConversationKey conversation, string dedupeKey, string about, Activity activity) =>
        new(conversation, dedupeKey, about, ActivityJson.Write(activity), activity.Id ?? NewId());

    /// <summary>For what is not in the log: nobody sorts by it.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");
}
