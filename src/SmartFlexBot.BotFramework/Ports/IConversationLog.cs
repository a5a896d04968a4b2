using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>What was said in a conversation, numbered without gaps: a channel's history and Direct Line's watermark.</summary>
public interface IConversationLog
{
    Task<ConversationOrigin?> FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The entries after <paramref name="watermark"/>, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(ConversationKey conversation, long watermark, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Completes when the log may hold entries after <paramref name="watermark"/>, at the latest after the slow poll's interval.
    /// </summary>
    Task WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken);
}

/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Activity">With id, timestamp and addressing set.</param>
public sealed record LogEntry(long Sequence, Activity Activity);
