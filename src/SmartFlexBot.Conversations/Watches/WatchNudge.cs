using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>Has a conversation's watches looked at now, because the customer is back. Best effort: they would be looked at anyway.</summary>
internal sealed partial class WatchNudge(StoreWriter writer, WorkSignals signals, ILogger<WatchNudge> logger)
{
    public void Hurry(ConversationKey conversation) => _ = HurryAsync(conversation);

    private async Task HurryAsync(ConversationKey conversation)
    {
        try
        {
            if (await writer.WriteAsync(session => session.Execute(WatchSql.Hurry, conversation.ToString())) > 0)
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
