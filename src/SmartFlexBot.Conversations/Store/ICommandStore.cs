using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>
/// Commands that turns have asked for. A node works on those that it has claimed; every change is fenced by the claim: a node that
/// lost it changes nothing.
/// </summary>
internal interface ICommandStore
{
    /// <summary>Claims what is due in this status for this node, oldest first. The claim of a pending one counts as an attempt.</summary>
    /// <param name="status"><see cref="CommandStatus.Pending"/> or <see cref="CommandStatus.Unclear"/>.</param>
    Task<IReadOnlyList<ClaimedCommand>> ClaimAsync(CommandStatus status, int limit);

    /// <summary>One commit: done, the payload erased, and its outcome in the conversation's inbox.</summary>
    /// <returns>True when the conversation has something new to do.</returns>
    Task<bool> CompleteAsync(ClaimedCommand claimed, InboxEvent outcome);

    /// <summary>Pending again.</summary>
    Task ReleaseAsync(ClaimedCommand claimed, long notBefore);

    /// <summary>Unclear again.</summary>
    Task DoubtAsync(ClaimedCommand claimed, long notBefore);
}

/// <summary>
/// Pending -> Claimed -> Done. A claimed command without an outcome becomes Unclear, is claimed again to be reconciled, and
/// reading decides: Done, Pending, or Unclear still.
/// </summary>
internal enum CommandStatus
{
    Pending,

    /// <summary>A node is carrying it out or reconciling it.</summary>
    Claimed,

    /// <summary>Begun, and nobody knows the outcome: to be reconciled.</summary>
    Unclear,
    Done,
}

/// <summary>A command that this node may work on.</summary>
/// <param name="Key">The row's own where the payload does not open.</param>
/// <param name="Payload">Null when it does not open.</param>
internal sealed record ClaimedCommand(
    long Id, string Key, string Kind, ConversationKey Conversation, string? Payload, int Attempt, long ClaimedAt);
