using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <inheritdoc cref="IConversationWaker"/>
internal sealed partial class ConversationWaker(IGrainFactory grains, ILogger<ConversationWaker> logger) : IConversationWaker
{
    public void Wake(ConversationKey conversation) => Send(conversation, grain => grain.WakeAsync());

    public void Wake(ConversationKey conversation, ParsedActivity accepted) => Send(conversation, grain => grain.TakeAsync(accepted));

    private void Send(ConversationKey conversation, Func<IConversationGrain, Task> wake)
    {
        try
        {
            var sent = wake(grains.GetGrain<IConversationGrain>(conversation.ToString()));
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

    private async Task ObserveAsync(ConversationKey conversation, Task sent)
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
        public static partial void WakeFailed(ILogger logger, ConversationKey conversation, Exception exception);
    }
}
