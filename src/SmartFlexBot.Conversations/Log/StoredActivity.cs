using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Log;

/// <summary>An activity as it comes out of the store: its JSON together with what has columns of its own.</summary>
internal static class StoredActivity
{
    public static LogEntry Read(ConversationKey conversation, StoredEntry entry) =>
        new(entry.Sequence, Read(conversation, entry.Json, entry.ActivityId, entry.At));

    public static Activity Read(ConversationKey conversation, string json, string id, long at) =>
        Complete(conversation, ActivityJson.Read(json), id, at);

    /// <summary>Sets what has columns of its own.</summary>
    public static Activity Complete(ConversationKey conversation, Activity activity, string id, long at)
    {
        activity.Id = id;
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(at);
        activity.ChannelId ??= conversation.ChannelId;
        activity.Conversation ??= new ConversationAccount();
        activity.Conversation.Id ??= conversation.ConversationId;
        return activity;
    }
}
