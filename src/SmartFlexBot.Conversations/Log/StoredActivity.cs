using System.Globalization;
using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Log;

/// <summary>An activity as it comes out of the store: its JSON together with what has columns of its own.</summary>
internal static class StoredActivity
{
    // How System.Text.Json writes a time.
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    /// <summary>For those who hand it on: id and time are put in front, and nothing is parsed.</summary>
    public static LogEntry Read(StoredEntry entry)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(entry.At).ToString(TimeFormat, CultureInfo.InvariantCulture);
        var rest = entry.Json.AsSpan(1);
        var comma = rest[0] == '}' ? "" : ",";
        return new(entry.Sequence, $$"""{"id":"{{JsonEncodedText.Encode(entry.ActivityId)}}","timestamp":"{{at}}"{{comma}}{{rest}}""");
    }

    /// <summary>For the turn that answers it.</summary>
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
