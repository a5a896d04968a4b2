using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Events that come into this conversation later.</summary>
internal sealed class Reminders(ITurnEffects effects, Conversation conversation, TimeProvider clock)
{
    private const string For = "accountChanges";

    /// <summary>One with the same key is replaced.</summary>
    public void Remind(string key, TimeSpan after, Activity activity)
    {
        if (conversation.Memory.AccountChanges is > 0 and var changes)
        {
            var value = activity.Value as JsonObject ?? [];
            value[For] = changes;
            activity.Value = value;
        }

        effects.Remind(new Reminder(key, clock.GetUtcNow() + after, activity));
    }

    /// <summary>It was put off for the account that the conversation acts for, or is no reminder.</summary>
    public static bool IsMeantFor(ConversationMemory memory, JsonObject? value) =>
        value?[For] is not JsonValue changes || !changes.TryGetValue(out int known) || known == memory.AccountChanges;

    public void Cancel(string key) => effects.CancelReminder(key);
}
