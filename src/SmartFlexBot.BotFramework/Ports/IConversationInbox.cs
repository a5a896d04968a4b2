using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>The one way into a conversation: customers' messages, events from browsers, results of commands, watches, reminders.</summary>
public interface IConversationInbox
{
    /// <summary>
    /// Creates the conversation when it is new. An existing one keeps its origin; a different user or account is refused.
    /// </summary>
    /// <exception cref="ConversationOwnedByAnotherException">The conversation exists for another user or account.</exception>
    Task OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken);

    /// <summary>
    /// Takes secrets out of the activity (<see cref="IInboundRedaction"/>) and stores it (inbox and, when
    /// <see cref="InboundActivity.Logged"/>, log) in one transaction and wakes the conversation.
    /// When this returns, the activity survives a crash. An activity with a <see cref="InboundActivity.DedupeKey"/> accepted before
    /// gets the first acceptance and runs nothing.
    /// </summary>
    /// <exception cref="ConversationNotFoundException">The conversation was never opened.</exception>
    Task<Acceptance> AcceptAsync(ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken);
}

/// <summary>An activity on its way in.</summary>
/// <param name="Activity">What came in, already authenticated.</param>
/// <param name="DedupeKey">Unique within the conversation: the channel's activity id, a client's own id, or one made by the sender of an
/// event.</param>
/// <param name="Logged">True for what the customer sees in the history (messages); false for events.</param>
/// <param name="ProtectedValue">A secret that belongs to the activity; stored encrypted until the turn has used it.</param>
/// <param name="Lasting">
/// True for what nobody would send again: it is never put aside, and while it waits to be answered it holds back nothing.
/// </param>
public sealed record InboundActivity(
    Activity Activity, string DedupeKey, bool Logged, string? ProtectedValue = null, bool Lasting = false);

/// <param name="ActivityId">The id the activity has in the log or inbox: the first one when <paramref name="Duplicate"/>.</param>
/// <param name="Sequence">Position in the log; null for what is not logged.</param>
/// <param name="Duplicate">True when this activity had been accepted before.</param>
public sealed record Acceptance(string ActivityId, long? Sequence, bool Duplicate);

/// <summary>The conversation was opened for somebody else.</summary>
public sealed class ConversationOwnedByAnotherException() : Exception("The conversation belongs to another user or account.");

/// <summary>There is no such conversation.</summary>
public sealed class ConversationNotFoundException() : Exception("The conversation does not exist.");

/// <summary>
/// Takes secrets out of what a customer typed before it is stored, shown or logged anywhere, such as the final address of a
/// sign-in that a customer pastes.
/// </summary>
public interface IInboundRedaction
{
    /// <returns>The activity to store and echo, and the secret that was in it, or null when there was none.</returns>
    (Activity Activity, string? ProtectedValue) Redact(Activity activity);
}
