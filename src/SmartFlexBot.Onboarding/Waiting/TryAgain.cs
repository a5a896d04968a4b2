using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>Kraken is busy or cannot be read: tried again by itself.</summary>
internal sealed class TryAgain(Voice voice, Conversation conversation, Reminders reminders)
{
    /// <summary>The event that says: try it now.</summary>
    public const string EventName = "journey/try-again";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    public void Later() => reminders.Remind("try-again", Pause, OnboardingEvents.Event(EventName));

    /// <summary>Says it once, for busy may last for hours.</summary>
    public async Task SoonAsync(WizardProblemKind kind = WizardProblemKind.TryLater)
    {
        Later();
        if (conversation.Memory.SaidBusy)
        {
            return;
        }

        conversation.Remember(memory => memory with { SaidBusy = true });
        if (voice.Has($"refused.{kind}"))
        {
            await voice.SayAsync($"refused.{kind}");
        }
    }
}
