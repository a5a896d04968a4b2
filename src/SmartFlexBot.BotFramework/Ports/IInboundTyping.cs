namespace SmartFlexBot.BotFramework.Ports;

/// <summary>Somebody who is shown that a customer is typing. It is told to who watches at this moment, and never stored.</summary>
public interface IInboundTyping
{
    void Hear(ConversationKey conversation);
}

/// <summary>Nobody is shown it.</summary>
public sealed class NoInboundTyping : IInboundTyping
{
    public void Hear(ConversationKey conversation)
    {
    }
}
