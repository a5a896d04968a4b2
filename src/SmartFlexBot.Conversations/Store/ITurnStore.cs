using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>A conversation's state, and the commits that end a turn.</summary>
internal interface ITurnStore
{
    /// <returns>Null when the conversation was never opened.</returns>
    ValueTask<StoredConversation?> LoadAsync(ConversationKey conversation);

    /// <summary>One commit: everything that the turn decided, or nothing of it.</summary>
    /// <exception cref="ItemDoneException">The item was answered before.</exception>
    /// <exception cref="OvertakenException">Another item was accepted before this arrival: it comes first.</exception>
    /// <exception cref="StaleVersionException">The state or a record has moved on.</exception>
    /// <exception cref="StoreBusyException">Too much is waiting, and the arrival was refused.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was acknowledged; it may be stored all the same.</exception>
    Task CommitAsync(TurnCommit commit);

    /// <summary>One commit: the item is put off or aside, and what is said about it. The state is not touched.</summary>
    /// <exception cref="ItemDoneException">The item was answered before.</exception>
    Task CommitAsync(FallbackCommit commit);
}

/// <summary>A conversation as last committed.</summary>
/// <param name="Origin">As JSON.</param>
/// <param name="State">As JSON.</param>
internal sealed record StoredConversation(string Origin, string State, long Version);
