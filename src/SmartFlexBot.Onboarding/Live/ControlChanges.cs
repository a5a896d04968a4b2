using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>Has smart control of the device turned off or on.</summary>
internal sealed class ControlChanges(Voice voice, Commands commands, JourneyFacts facts)
{
    public static ControlChanges Of(Turn turn) => new(turn.Voice, turn.Commands, turn.Facts);

    /// <summary>While another command is under way it waits for that one's answer.</summary>
    public void Want(DeviceSnapshot device, ControlAction action)
    {
        facts.Update(journey => journey with { Control = new(device.Id, LiveCard.NameOf(device, voice), action) });
        if (facts.Journey.Pending is null)
        {
            Send();
        }
    }

    public void Send()
    {
        var wish = facts.Journey.Control!;
        var command = new SmartControlCommand(facts.Journey.AccountNumber, wish.DeviceId, wish.Action);
        commands.Send(SmartControlCommand.CommandKind, command.Write(), PendingAction.ChangeControl);
    }
}

/// <summary>What the customer wants of smart control is sent now.</summary>
internal sealed record ChangeControl : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => StepRun.Act.Now(ControlChanges.Of(turn).Send);
}
