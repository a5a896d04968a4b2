using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Log;

internal sealed class ConversationLog(
    StoreReader reader,
    OriginStore origins,
    LogNotifier notifier,
    Presence presence,
    WatchNudge nudge,
    IOptions<ConversationsOptions> options,
    TimeProvider time) : IConversationLog
{
    public Task<ConversationOrigin?> FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult(origins.Find(conversation));

    public Task<IReadOnlyList<LogEntry>> ReadAsync(
        ConversationKey conversation, long watermark, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LogEntry>>(reader.Read(session => session.Query(
            LogSql.After,
            row => new LogEntry(
                row.GetInt64(0), StoredActivity.Read(conversation, row.GetString(3), row.GetString(1), row.GetInt64(2))),
            conversation.ToString(), watermark, limit)));

    public async Task WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken)
    {
        if (presence.Arrived(conversation))
        {
            nudge.Hurry(conversation);
        }

        var notified = notifier.Next(conversation);
        if (NewestEntry(conversation) > watermark)
        {
            return;
        }

        try
        {
            await notified.WaitAsync(options.Value.SlowPollInterval, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The slow poll: the caller reads, finds what was missed or nothing, and waits again.
        }
    }

    private long NewestEntry(ConversationKey conversation) => reader.Read(session => session.First(
        ConversationSql.LogSeq, row => row.GetInt64(0), conversation.ToString()));
}
