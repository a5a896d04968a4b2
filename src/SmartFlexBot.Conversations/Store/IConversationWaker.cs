using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Tells a conversation, wherever it lives, that there is something to do. A lost wake is made good by the sweeper.</summary>
internal interface IConversationWaker
{
    void Wake(ConversationKey conversation);

    /// <summary>An activity was accepted.</summary>
    void Wake(ConversationKey conversation, ParsedActivity accepted);
}
