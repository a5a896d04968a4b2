using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>The device is LIVE, and smart control of it is turned off, here or elsewhere.</summary>
internal sealed record ControlIsOff(DeviceSnapshot Device) : Step
{
    public override string Key => KeyOf(Device.Id);

    public override string StatusKey => "status.next.Paused";

    public override bool IsWatched => false;

    public static string KeyOf(string deviceId) => $"Paused:{deviceId}";

    public override StepRun Run(Turn turn) => new StepRun.Tell(new ControlIsOffNotice(
        turn.Voice, new OnboardingWatching(turn.Watches, turn.Facts, turn.Market),
        new SilenceReminders(turn.Reminders, turn.Market.Silence), Device));
}

/// <summary>Said once, and again to who writes; nothing is waited for.</summary>
internal sealed class ControlIsOffNotice(
    Voice voice, OnboardingWatching watching, SilenceReminders silence, DeviceSnapshot device) : INotice
{
    public async Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken)
    {
        if (spoken || !told)
        {
            await voice.SayAsync("control.is-off", ("device", LiveCard.NameOf(device, voice)));
        }

        watching.End();
        silence.Cancel();
    }
}
