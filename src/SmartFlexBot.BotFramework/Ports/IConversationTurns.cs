namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// The inbox for callers that wait for the answer in the same request (deliveryMode expectReplies, invokes). It goes through the
/// same lane as everything else that enters the conversation.
/// </summary>
public interface IConversationTurns
{
    /// <summary>
    /// Accepts the activity and answers it. When nothing waits before it, acceptance and outcome are one commit: a crash before it
    /// leaves nothing, and the caller's repetition is answered as if it were the first. When the conversation is busy, the activity is
    /// durably accepted first and takes its place. A duplicate gets the stored answer and runs nothing. After the time of a turn
    /// (8 s) the answer is what there is then; the rest follows through the channel.
    /// </summary>
    /// <param name="origin">Whose conversation it is; a new one is opened with it.</param>
    /// <exception cref="ConversationOwnedByAnotherException">The conversation exists for another user or account.</exception>
    /// <exception cref="StoreBusyException">Nothing was stored; the same activity may be sent again after a pause.</exception>
    /// <exception cref="StoreUnavailableException">No answer was stored; the same activity may be sent again.</exception>
    Task<TurnAnswer> AnswerAsync(
        ConversationKey conversation, ConversationOrigin origin, InboundActivity inbound, CancellationToken cancellationToken);
}

/// <param name="ActivityId">The id the activity has in the log or inbox.</param>
/// <param name="Activities">The replies as JSON, in order and addressed, without ids and times: those are the channel's to give.</param>
public sealed record TurnAnswer(string ActivityId, IReadOnlyList<string> Activities);
