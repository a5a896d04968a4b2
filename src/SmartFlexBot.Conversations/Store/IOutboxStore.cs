using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>What is committed and not yet taken by its channel.</summary>
internal interface IOutboxStore
{
    /// <returns>The oldest waiting activities, also those that must wait longer: nothing overtakes them.</returns>
    ValueTask<IReadOnlyList<OutboxItem>> ReadWaitingAsync(ConversationKey conversation, int limit);

    /// <returns>What waits or was given up, oldest first.</returns>
    ValueTask<IReadOnlyList<UndeliveredItem>> ReadUndeliveredAsync(ConversationKey conversation, int limit);

    Task MarkDeliveredAsync(ConversationKey conversation, long sequence);

    /// <param name="reason">The channel's words, never message text.</param>
    Task PostponeAsync(ConversationKey conversation, long sequence, long notBefore, string reason);

    /// <inheritdoc cref="PostponeAsync"/>
    Task GiveUpAsync(ConversationKey conversation, long sequence, string reason);

    /// <summary>It may have been delivered: it is not sent again.</summary>
    /// <inheritdoc cref="PostponeAsync"/>
    Task MarkUncertainAsync(ConversationKey conversation, long sequence, string reason);

    /// <summary>All that waits in the conversation.</summary>
    /// <inheritdoc cref="PostponeAsync"/>
    Task GiveUpAllAsync(ConversationKey conversation, string reason);
}

/// <summary>A committed activity that its channel has not taken yet.</summary>
internal sealed record OutboxItem(StoredEntry Entry, int Attempts, long NotBefore);

/// <param name="Reason">The channel's words; null while it was not tried.</param>
internal sealed record UndeliveredItem(long Sequence, UndeliveredState State, string? Reason);
