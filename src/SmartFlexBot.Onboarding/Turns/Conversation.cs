using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>The conversation that this turn belongs to: what came in, and what is remembered of it.</summary>
internal sealed class Conversation(ITurnContext context)
{
    public ConversationMemory Memory { get; private set; } = ConversationMemory.Of(context.State);

    /// <summary>Names it, such as "directline/c-1".</summary>
    public string Key => context.Conversation.ToString();

    /// <summary>The customer wrote or pressed something; otherwise something has happened by itself.</summary>
    public bool IsHeard => context.Activity.Type == ActivityTypes.Message;

    /// <summary>What has happened; null when the customer was heard.</summary>
    public string? EventName => context.Activity.Type == ActivityTypes.Event ? context.Activity.Name : null;

    public void Remember(Func<ConversationMemory, ConversationMemory> change) => Memory = change(Memory);

    /// <summary>The conversation acts for another account, or for none: only how it is spoken to stays.</summary>
    public void BeginAnew()
    {
        context.State.Values.Clear();
        Memory = new()
        {
            Locale = Memory.Locale,
            ClientLocale = Memory.ClientLocale,
            IsOnPhone = Memory.IsOnPhone,
            AccountChanges = Memory.AccountChanges + 1,
        };
    }

    public void Save() => Memory.Save(context.State);
}
