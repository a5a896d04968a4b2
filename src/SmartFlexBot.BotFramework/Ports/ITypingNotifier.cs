namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// Shows in one channel that the bot is at work, while a turn takes longer. Never stored, never repeated after a failure.
/// </summary>
public interface ITypingNotifier
{
    string ChannelId { get; }

    Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
