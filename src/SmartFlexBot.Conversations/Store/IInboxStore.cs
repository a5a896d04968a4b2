using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Where conversations begin and what comes in is kept until it is answered.</summary>
internal interface IInboxStore
{
    /// <returns>The origin as JSON; null when the conversation was never opened.</returns>
    ValueTask<string?> FindOriginAsync(ConversationKey conversation);

    /// <summary>Opens a conversation with an empty state, version 0.</summary>
    /// <returns>False when it exists already.</returns>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was stored.</exception>
    Task<bool> OpenAsync(ConversationKey conversation, Opening opening);

    /// <summary>
    /// One commit: the item at the end of the inbox and, for one that is logged, its log entry with the next number. A dedupe key that
    /// the conversation has had before stores nothing.
    /// </summary>
    /// <param name="opening">Of a conversation that is opened in the same commit, when it is new.</param>
    /// <returns>The first acceptance when there was one.</returns>
    /// <exception cref="ConversationNotFoundException">The conversation was never opened.</exception>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was stored.</exception>
    Task<Acceptance> AcceptAsync(ConversationKey conversation, Arrival arrival, Opening? opening);

    /// <returns>
    /// Undone items that may be answered now, in order of acceptance. What a customer sent and must wait holds back all that came after
    /// it; what happened by itself holds back nothing.
    /// </returns>
    ValueTask<IReadOnlyList<InboxItem>> ReadReadyAsync(ConversationKey conversation, int limit);

    ValueTask<bool> HasUndoneAsync(ConversationKey conversation);

    /// <returns>The answer to an activity that was answered before; null when it is new or still to be answered.</returns>
    ValueTask<StoredAnswer?> FindAnswerAsync(ConversationKey conversation, string dedupeKey);
}

/// <summary>An undone item of an inbox.</summary>
/// <param name="Told">True once the customer was told that this takes longer.</param>
/// <param name="Protected">The secret that belongs to the activity.</param>
/// <param name="Json">Empty where it does not open.</param>
/// <param name="About">What it is about, for what happened by itself; null for what a customer sent.</param>
internal sealed record InboxItem(
    long Id,
    string DedupeKey,
    string ActivityId,
    long? Sequence,
    int Attempts,
    bool Told,
    long AcceptedAt,
    string? Protected,
    string Json,
    string? About);

/// <summary>Who opens a conversation.</summary>
/// <param name="Origin">As JSON.</param>
/// <param name="Owner">Whose what it leads to is: the account, or what stands for a conversation that has none.</param>
internal sealed record Opening(string Origin, string Owner);

/// <summary>What a sender gets that waited in its request: the replies as JSON.</summary>
[GenerateSerializer, Immutable]
internal sealed record StoredAnswer(string ActivityId, string[] Activities)
{
    /// <summary>The first one's number in the log.</summary>
    [Id(0)]
    public long From { get; init; }
}
