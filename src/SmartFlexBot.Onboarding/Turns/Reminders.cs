using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Events that come into this conversation later.</summary>
internal sealed class Reminders(ITurnEffects effects, TimeProvider clock)
{
    /// <summary>One with the same key is replaced.</summary>
    public void Remind(string key, TimeSpan after, Activity activity) =>
        effects.Remind(new Reminder(key, clock.GetUtcNow() + after, activity));

    public void Cancel(string key) => effects.CancelReminder(key);
}
