using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>What was said in a conversation, numbered in order: a channel's history and Direct Line's watermark.</summary>
public interface IConversationLog
{
    Task<ConversationOrigin?> FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The entries after <paramref name="watermark"/>, oldest first, at most a page of them.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(
        ConversationKey conversation, long watermark, LogPage page, CancellationToken cancellationToken);

    /// <summary>
    /// Completes when the log may hold entries after <paramref name="watermark"/>, at the latest after the slow poll's interval.
    /// </summary>
    Task WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken);
}

/// <param name="Entries">At most so many.</param>
/// <param name="Bytes">At most so many bytes of JSON all together, unless the first entry alone has more.</param>
public readonly record struct LogPage(int Entries, int Bytes);

/// <param name="Sequence">Counted from 1. Old entries may have left, so that it need not begin there.</param>
/// <param name="Json">The activity with id, timestamp and addressing: written once, and handed on to clients as it is.</param>
public sealed record LogEntry(long Sequence, string Json)
{
    /// <summary>For those who have to look into it: a new one at each call.</summary>
    public Activity ReadActivity() => ActivityJson.Read(Json);
}
