using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>What the customer is told when a turn cannot answer now. The product supplies the words.</summary>
public interface ITurnFallback
{
    /// <summary>
    /// The turn's reads took too long; it goes on by itself. Asked once for each inbound activity. Null says nothing.
    /// </summary>
    /// <param name="state">The conversation's state as last committed, to read the language from. Changes to it are forgotten.</param>
    Activity? StillChecking(Activity inbound, ConversationOrigin origin, TurnState state);

    /// <summary>The activity could not be answered after several tries and is put aside. Null says nothing.</summary>
    /// <param name="state">The conversation's state as last committed, to read the language from. Changes to it are forgotten.</param>
    Activity? Failed(Activity inbound, ConversationOrigin origin, TurnState state);
}
