using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>All that is one owner's (<see cref="Opening.Owner"/>): to be shown, and to be taken away.</summary>
internal interface IAccountStore
{
    ValueTask<IReadOnlyList<OwnedConversation>> ReadConversationsAsync(string owner);

    ValueTask<IReadOnlyList<OwnedRecord>> ReadRecordsAsync(string owner);

    /// <returns>Watches, reminders, commands and events that are not over.</returns>
    ValueTask<IReadOnlyList<OwnedWork>> ReadWorkAsync(string owner);

    /// <summary>
    /// Takes away all but evidence, in small commits: a conversation's own row goes with the last of what belongs to it, so that an erasure
    /// that was cut off is gone on with by the next.
    /// </summary>
    /// <returns>How many rows; fewer than <paramref name="limit"/> when nothing is left.</returns>
    Task<int> EraseAsync(string owner, int limit);

    /// <summary>Has the files forget what was taken away.</summary>
    /// <param name="thorough">Writes the file anew: it takes its time, and nothing else is written meanwhile.</param>
    /// <returns>False when somebody is reading still: it is to be tried again.</returns>
    Task<bool> ForgetAsync(bool thorough);
}

/// <param name="Origin">As JSON.</param>
/// <param name="State">As JSON.</param>
internal sealed record OwnedConversation(
    ConversationKey Conversation, string Origin, string State, long Version, long CreatedAt, long LastActivity);

/// <param name="Key">The row's own.</param>
/// <param name="Content">Empty where it does not open.</param>
internal sealed record OwnedRecord(string Kind, string Key, string Content, bool IsEvidence, long WrittenAt, long? ExpiresAt);

/// <param name="What">Such as "watch".</param>
/// <param name="Key">The row's own.</param>
/// <param name="Content">Empty where it does not open.</param>
/// <param name="At">When it is due or over, or when it was asked for.</param>
internal sealed record OwnedWork(OwnedWorkKind What, string Kind, string Key, ConversationKey? Conversation, string Content, long At);

internal enum OwnedWorkKind
{
    Watch,
    Reminder,
    Command,
    Event,
}
