using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Silence;

/// <summary>The clock of a customer who says nothing: one nudge, then an end.</summary>
internal sealed class SilenceReminders(Reminders reminders, SilenceSettings settings)
{
    /// <summary>Time for the one nudge.</summary>
    public const string Nudge = "journey/nudge";

    /// <summary>Time to end.</summary>
    public const string End = "journey/silence";

    private const string NudgeKey = "nudge";
    private const string EndKey = "silence";

    /// <summary>Begins anew.</summary>
    public void Restart()
    {
        reminders.Remind(NudgeKey, TimeSpan.FromHours(settings.NudgeAfterHours), OnboardingEvents.Event(Nudge));
        reminders.Remind(EndKey, TimeSpan.FromDays(settings.EndAfterDays), OnboardingEvents.Event(End));
    }

    public void Cancel()
    {
        reminders.Cancel(NudgeKey);
        reminders.Cancel(EndKey);
    }
}
