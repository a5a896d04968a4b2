namespace SmartFlexBot.BotFramework.Ports;

/// <summary>Shows the customer that the bot is at work. Sent at once and never stored; losing one is harmless.</summary>
public interface ITypingNotifier
{
    void Typing(ConversationKey conversation);
}
