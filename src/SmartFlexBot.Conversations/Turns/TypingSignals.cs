using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Shows that the bot is at work while a turn takes longer. Best effort.</summary>
internal sealed partial class TypingSignals(
    IEnumerable<ITypingNotifier> notifiers,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<TypingSignals> logger)
{
    // Clients drop the sign after some seconds.
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(3);

    private readonly ITypingNotifier[] _notifiers = [.. notifiers];

    /// <returns>Ends the sign when disposed; null when the channel has none.</returns>
    public IDisposable? Begin(ConversationKey conversation) =>
        Array.Find(_notifiers, notifier => notifier.ChannelId == conversation.ChannelId) is { } notifier
            ? time.CreateTimer(_ => _ = NotifyAsync(notifier, conversation), null, options.Value.TypingAfter, Repeat)
            : null;

    private async Task NotifyAsync(ITypingNotifier notifier, ConversationKey conversation)
    {
        try
        {
            await notifier.NotifyAsync(conversation, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.TypingFailed(logger, conversation, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The typing sign for {Conversation} was not shown.")]
        public static partial void TypingFailed(ILogger logger, ConversationKey conversation, Exception exception);
    }
}
