using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Onboarding.Wizard;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>Car and charge point do not go together, or the chosen make is not live.</summary>
internal sealed record OtherDevice(bool CanSwitch) : Step
{
    public override string Key => $"OtherDevice:{CanSwitch}";

    public override string StatusKey => "status.next.OtherDevice";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => CanSwitch
        ? new StepRun.Ask(new OtherDeviceQuestion(
            turn.Voice, turn.Conversation, turn.Facts, new OnboardingChanges(turn.Commands, turn.Facts), Key))
        : new StepRun.Tell(new Explanation(turn.Voice, "other-device.alone"));
}

/// <summary>The chosen device cannot be connected: the other one, or later.</summary>
internal sealed class OtherDeviceQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, OnboardingChanges changes, string stepKey) : IQuestion
{
    public string Id => "other-device";

    public Task AskAsync(bool again, CancellationToken cancellationToken) => again
        ? voice.AskAsync("option.retry")
        : voice.ShowChoiceAsync(voice.Text("other-device.text"), voice.Text("other-device.switch"), voice.Text("other-device.wait"));

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Affirmation.IsLater(voice, reply) || reply.Do == "no")
        {
            conversation.Remember(memory => memory with { Later = stepKey });
            await voice.SayAsync("other-device.waiting");
            return true;
        }

        if (reply.Do != "yes" && !Affirmation.IsDone(voice, reply))
        {
            return false;
        }

        facts.Update(journey => journey with
        {
            Chosen = journey.Chosen == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint,
        });
        // Which step id a reversal needs is not published (kraken-gaps 9): the onboarding is begun anew with the other device.
        changes.Leave();
        return true;
    }
}
