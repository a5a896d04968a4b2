using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Commands;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>The chosen device cannot be connected: the other one, or later.</summary>
internal sealed class OtherDevice(JourneyTurn turn) : IQuestion
{
    public string Id => "other-device";

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("option.retry");
        }

        return turn.ShowAsync("confirm", turn.Text("other-device.text"), new JsonObject
        {
            ["text"] = turn.Text("other-device.text"),
            ["yes"] = turn.Text("other-device.switch"),
            ["no"] = turn.Text("other-device.wait"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Affirmation.IsLater(turn, reply) || reply.Do == "no")
        {
            turn.Remember(memory => memory with { Later = new Step.OtherDevice(CanSwitch: true).Key });
            await turn.SayAsync("other-device.waiting");
            return true;
        }

        if (reply.Do != "yes" && !Affirmation.IsDone(turn, reply))
        {
            return false;
        }

        turn.Update(journey => journey with
        {
            Chosen = journey.Chosen == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint,
        });
        // Which step id a reversal needs is not published (kraken-gaps 9): the onboarding is begun anew with the other device.
        turn.Command(WizardChange.Cancel, PendingAction.Cancel);
        return true;
    }
}
