using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>Shall smart charging be turned off?</summary>
/// <param name="Device">Null where none is LIVE any more: then there is nothing to turn off.</param>
internal sealed record ConfirmPause(DeviceSnapshot? Device) : Step
{
    public override string Key => $"ConfirmPause:{Device?.Id}";

    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn)
    {
        var (voice, changes) = (turn.Voice, ControlChanges.Of(turn));
        var name = Device is null ? voice.Text("nudge.device") : LiveCard.NameOf(Device, voice);
        return new StepRun.Ask(new Confirmation(
            voice, turn.Conversation, voice.Text("control.confirm", ("device", name)), voice.Text("control.confirm.yes"),
            voice.Text("control.confirm.no"), () => PauseAsync(changes)));
    }

    private Task PauseAsync(ControlChanges changes)
    {
        if (Device is { IsLive: true, IsSuspended: false })
        {
            changes.Want(Device, ControlAction.Suspend);
        }

        return Task.CompletedTask;
    }
}
