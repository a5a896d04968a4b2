using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>One card: what was understood, which device is the better one and why, and the ways to have it otherwise.</summary>
internal sealed class ConfirmDevices(JourneyTurn turn, DeviceProposal proposal) : IQuestion
{
    public string Id => "confirm-devices";

    private DeviceKind Other => proposal.Kind == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint;

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return turn.AskAsync("confirm.retry");
        }

        var reason = turn.Text($"confirm.reason.{proposal.Reason}");
        return turn.ShowAsync("confirm-devices", turn.Text("confirm.title"), new JsonObject
        {
            ["title"] = turn.Text("confirm.title"),
            ["carLabel"] = turn.Text("confirm.car"),
            ["car"] = Describe(turn.Journey.Vehicle),
            ["chargerLabel"] = turn.Text("confirm.charger"),
            ["charger"] = Describe(turn.Journey.ChargePoint),
            ["proposal"] = turn.Text($"confirm.propose.{proposal.Kind}"),
            ["reason"] = reason,
            ["hasReason"] = reason.Length > 0,
            ["yes"] = turn.Text("confirm.yes"),
            ["canChooseOther"] = proposal.CanChooseOther,
            ["other"] = turn.Text($"confirm.other.{Other}"),
            ["change"] = turn.Text("confirm.change"),
        });
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (reply.IsCard ? reply.Do : await TypedAsync(reply, cancellationToken))
        {
            case "yes":
                turn.Update(journey => journey with { DevicesConfirmed = true, Chosen = proposal.Kind });
                return true;
            case "other" when proposal.CanChooseOther:
                turn.Update(journey => journey with { DevicesConfirmed = true, Chosen = Other });
                return true;
            case "change":
                turn.Update(journey => journey with { Vehicle = null, ChargePoint = null });
                turn.Remember(memory => memory with { Offers = [] });
                return true;
            case "corrected":
                return true;
            default:
                return false;
        }
    }

    /// <summary>A correction ("no, the long range one") is an answer of its own: it is heard before yes and no are.</summary>
    private async Task<string?> TypedAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (Choosable.Chosen(reply, [new("yes", turn.Text("confirm.yes")), new("other", turn.Text($"confirm.other.{Other}")), new("change", turn.Text("confirm.change"))]) is { } pressed)
        {
            return pressed.Id;
        }

        var consent = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check);
        if (consent.IsExplicitYes)
        {
            return "yes";
        }

        if (await new DeviceListening(turn).HearAsync(reply, DeviceQuestion.Both, cancellationToken) == DeviceHearing.Used)
        {
            return "corrected";
        }

        return consent.Label switch { ConsentLabel.Yes => "yes", ConsentLabel.No => "change", _ => null };
    }

    private string Describe(DeviceAnswer? answer)
    {
        if (answer is not { IsDevice: true })
        {
            return turn.Text(answer is { IsUnknown: true } ? "confirm.unknown" : "confirm.none");
        }

        var name = MarkdownText.Escape(answer.DisplayName);
        return answer switch
        {
            { BatterySize: { } size } => $"{name} ({turn.Text("confirm.battery", ("size", size.ToString("0.#", turn.Culture)))})",
            { PowerInKw: { } power } => $"{name} ({turn.Text("confirm.power", ("power", power.ToString("0.#", turn.Culture)))})",
            _ => name,
        };
    }
}
