using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Log;

/// <summary>An activity as it comes out of the store: its JSON together with what has columns of its own.</summary>
internal static class StoredActivity
{
    public static Activity Read(ConversationKey conversation, string json, string id, long at)
    {
        var activity = ActivityJson.Read(json);
        activity.Id = id;
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(at);
        activity.ChannelId ??= conversation.ChannelId;
        activity.Conversation ??= new ConversationAccount();
        activity.Conversation.Id ??= conversation.ConversationId;
        return activity;
    }

    /// <summary>Direct Line's form, which Web Chat sorts by.</summary>
    public static string Id(ConversationKey conversation, long seq) =>
        string.Create(null, $"{conversation.ConversationId}|{seq:D7}");
}
