using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Log;

internal sealed class ConversationLog(
    ILogStore store,
    Origins origins,
    LogNotifier notifier,
    Presence presence,
    WatchNudge nudge,
    IOptions<ConversationsOptions> options,
    TimeProvider time) : IConversationLog
{
    public Task<ConversationOrigin?> FindOriginAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        origins.FindAsync(conversation).AsTask();

    public async Task<IReadOnlyList<LogEntry>> ReadAsync(
        ConversationKey conversation, long watermark, LogPage page, CancellationToken cancellationToken) =>
        [.. (await store.ReadAsync(conversation, watermark, page)).Select(StoredActivity.Read)];

    public async Task WaitAsync(ConversationKey conversation, long watermark, CancellationToken cancellationToken)
    {
        if (presence.Arrived(conversation))
        {
            nudge.Hurry(conversation);
        }

        var notified = notifier.Next(conversation);
        try
        {
            if (await store.NewestAsync(conversation) <= watermark)
            {
                await notified.WaitAsync(options.Value.SlowPollInterval, time, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            // The slow poll: the caller reads, finds what was missed or nothing, and waits again.
        }
        finally
        {
            notifier.Leave(conversation, notified);
        }
    }
}
