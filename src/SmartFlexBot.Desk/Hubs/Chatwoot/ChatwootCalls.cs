namespace SmartFlexBot.Desk.Hubs.Chatwoot;

internal enum ChatwootMeaning
{
    /// <summary>Nothing that is used: our own echo, notes among agents, and what a later version may add.</summary>
    Nothing,

    /// <summary>There may be something to read.</summary>
    News,

    /// <summary>An agent types to the customer.</summary>
    Typing,
}

/// <summary>What Chatwoot's webhooks are about: the whole table. Pure.</summary>
internal static class ChatwootCalls
{
    public const string MessageCreated = "message_created";

    public static ChatwootMeaning MeaningOf(ChatwootDelivery delivery) => delivery switch
    {
        { Event: MessageCreated, Private: false, MessageType: "outgoing" } => ChatwootMeaning.News,
        { Event: "conversation_updated" or "conversation_status_changed" } => ChatwootMeaning.News,
        { Event: "conversation_typing_on", IsPrivate: false } => ChatwootMeaning.Typing,
        _ => ChatwootMeaning.Nothing,
    };
}
