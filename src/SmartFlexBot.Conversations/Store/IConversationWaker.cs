using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Tells a conversation, wherever it lives, that there is something to do. A lost wake is made good by the sweeper.</summary>
internal interface IConversationWaker
{
    void Wake(ConversationKey conversation);

    /// <summary>An activity was accepted.</summary>
    void Wake(ConversationKey conversation, ParsedActivity accepted);
}

/// <summary>
/// An activity as it was understood when it came in, so that its turn need not parse its JSON again. For one run: what a failed run did to
/// its activity must not reach the next. Empty on another node than the one that took it in.
/// </summary>
[GenerateSerializer, Immutable]
internal sealed class ParsedActivity
{
    [field: NonSerialized]
    public string? Json { get; init; }

    [field: NonSerialized]
    public Activity? Activity { get; init; }
}
