using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Tells a conversation's grain, wherever it lives, that there is something to do. A lost wake is made good by the sweeper.</summary>
internal sealed partial class ConversationWaker(IGrainFactory grains, ILogger<ConversationWaker> logger)
{
    public void Wake(ConversationKey conversation) => Wake(conversation.ToString());

    public void Wake(string conversation)
    {
        try
        {
            var sent = grains.GetGrain<IConversationGrain>(conversation).WakeAsync();
            if (!sent.IsCompletedSuccessfully)
            {
                _ = ObserveAsync(conversation, sent);
            }
        }
        catch (Exception exception)
        {
            Log.WakeFailed(logger, conversation, exception);
        }
    }

    private async Task ObserveAsync(string conversation, Task sent)
    {
        try
        {
            await sent;
        }
        catch (Exception exception)
        {
            Log.WakeFailed(logger, conversation, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Waking {Conversation} failed; the sweeper will try again.")]
        public static partial void WakeFailed(ILogger logger, string conversation, Exception exception);
    }
}
