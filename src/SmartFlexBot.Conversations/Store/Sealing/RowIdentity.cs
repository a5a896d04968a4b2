using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>
/// What a sealed value is bound to: its column, and its row's key. What others may choose (a channel's conversation id) comes last, so that
/// no two identities are the same text.
/// </summary>
internal static class RowIdentity
{
    public static string Origin(ConversationKey conversation) => $"conversations.origin\n{conversation}";

    public static string State(ConversationKey conversation, long version) => $"conversations.state\n{version}\n{conversation}";

    public static string Log(ConversationKey conversation, long sequence) => $"log.activity\n{sequence}\n{conversation}";

    public static string Inbox(ConversationKey conversation, string dedupeKey) => $"inbox.activity\n{dedupeKey}\n{conversation}";

    public static string InboxSecret(ConversationKey conversation, string dedupeKey) =>
        $"inbox.protected_value\n{dedupeKey}\n{conversation}";

    public static string Record(string kind, string key) => $"records.content\n{key}\n{kind}";

    public static string Command(string key) => $"commands.payload\n{key}";

    public static string Watch(string kind, string key) => $"watches.payload\n{key}\n{kind}";

    public static string Sighting(string kind, string key) => $"watches.last_state\n{key}\n{kind}";

    public static string Reminder(ConversationKey conversation, string key) => $"reminders.activity\n{key}\n{conversation}";

    public static string Event(string key) => $"events.json\n{key}";
}
