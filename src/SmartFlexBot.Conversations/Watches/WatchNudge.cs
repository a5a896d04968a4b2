using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>
/// Has a conversation's watches looked at now, because the customer is back. Best effort: they would be looked at anyway.
/// </summary>
internal sealed partial class WatchNudge(IWatchStore store, WorkSignals signals, ILogger<WatchNudge> logger)
{
    public void Hurry(ConversationKey conversation) => _ = HurryAsync(conversation);

    private async Task HurryAsync(ConversationKey conversation)
    {
        try
        {
            if (await store.HurryAsync(conversation))
            {
                signals.Watches.Set();
            }
        }
        catch (Exception exception)
        {
            Log.NotHurried(logger, conversation, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The watches of {Conversation} keep their pace.")]
        public static partial void NotHurried(ILogger logger, ConversationKey conversation, Exception exception);
    }
}
