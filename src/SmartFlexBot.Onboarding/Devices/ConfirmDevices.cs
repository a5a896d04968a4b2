using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>Is it right so, and which of the two is to be connected?</summary>
internal sealed record ConfirmDevices(DeviceProposal Proposal) : Step
{
    public override string StatusKey => "status.next.ConfirmDevices";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        new StepRun.Ask(new ConfirmDevicesQuestion(
            turn.Voice, turn.Conversation, turn.Facts, DeviceListening.Of(turn), ConsentBoxes.Of(turn), Proposal))
        { HearsBesideQuestions = true };
}

/// <summary>
/// One card: what was understood, which device is the better one and why, and the ways to have it otherwise. The permissions for the
/// proposed one stand on it too: who ticks them here is not asked again, and who does not gets their own card.
/// </summary>
internal sealed class ConfirmDevicesQuestion(
    Voice voice, Conversation conversation, JourneyFacts facts, DeviceListening listening, ConsentBoxes boxes, DeviceProposal proposal)
        : IQuestion
{
    public string Id => "confirm-devices";

    /// <summary>Why what was named beside the proposed one stands there as not to be connected; null where nothing does.</summary>
    public string? Explanation =>
        CannotBeConnected(facts.Journey.Vehicle) || CannotBeConnected(facts.Journey.ChargePoint) ? voice.Text("cannot.why") : null;

    private DeviceKind Other => proposal.Kind == DeviceKind.ChargePoint ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint;

    public Task AskAsync(bool again, CancellationToken cancellationToken)
    {
        if (again)
        {
            return voice.AskAsync("confirm.retry");
        }

        var reason = voice.Text($"confirm.reason.{proposal.Reason}");
        var card = new JsonObject
        {
            ["title"] = voice.Text("confirm.title"),
            ["carLabel"] = voice.Text("confirm.car"),
            ["car"] = Describe(facts.Journey.Vehicle),
            ["chargerLabel"] = voice.Text("confirm.charger"),
            ["charger"] = Describe(facts.Journey.ChargePoint),
            ["proposal"] = voice.Text($"confirm.propose.{proposal.Kind}"),
            ["reason"] = reason,
            ["hasReason"] = reason.Length > 0,
            ["yes"] = voice.Text("confirm.yes"),
            ["canChooseOther"] = proposal.CanChooseOther,
            ["other"] = voice.Text($"confirm.other.{Other}"),
            ["change"] = voice.Text("confirm.change"),
        };
        boxes.AddTo(card, proposal.Kind);
        return voice.ShowAsync("confirm-devices", voice.Text("confirm.title"), card);
    }

    public async Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken)
    {
        switch (reply.IsCard ? reply.Do : await TypedAsync(reply, cancellationToken))
        {
            case "yes":
                if (reply.IsCard)
                {
                    boxes.Take(reply, voice.Text("confirm.yes"));
                }

                facts.Update(journey => journey with { DevicesConfirmed = true, Chosen = proposal.Kind });
                return true;
            case "other" when proposal.CanChooseOther:
                facts.Update(journey => journey with { DevicesConfirmed = true, Chosen = Other });
                return true;
            case "change":
                facts.Update(journey => journey with { Vehicle = null, ChargePoint = null });
                conversation.Remember(memory => memory with { Offers = [] });
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
        Choosable[] buttons =
        [
            new("yes", voice.Text("confirm.yes")), new("other", voice.Text($"confirm.other.{Other}")),
            new("change", voice.Text("confirm.change")),
        ];
        if (Choosable.Chosen(reply, buttons) is { } pressed)
        {
            return pressed.Id;
        }

        var consent = ConsentRecogniser.Recognise(reply.Text, ConsentQuestion.Check);
        if (consent.IsExplicitYes)
        {
            return "yes";
        }

        if (await listening.HearAsync(reply, DeviceQuestion.Both, cancellationToken) == DeviceHearing.Used)
        {
            return "corrected";
        }

        return consent.Label switch { ConsentLabel.Yes => "yes", ConsentLabel.No => "change", _ => null };
    }

    private static bool CannotBeConnected(DeviceAnswer? answer) => answer is { IsUnknown: true, Make: not null };

    private string Describe(DeviceAnswer? answer)
    {
        if (answer is not { IsDevice: true })
        {
            return CannotBeConnected(answer)
                ? voice.Text("confirm.cannot", ("device", MarkdownText.Escape(answer!.DisplayName)))
                : voice.Text(answer is { IsUnknown: true } ? "confirm.unknown" : "confirm.none");
        }

        var name = MarkdownText.Escape(answer.DisplayName);
        return answer switch
        {
            { BatterySize: { } size } => $"{name} ({voice.Text("confirm.battery", ("size", size.ToString("0.#", voice.Culture)))})",
            { PowerInKw: { } power } => $"{name} ({voice.Text("confirm.power", ("power", power.ToString("0.#", voice.Culture)))})",
            _ => name,
        };
    }
}
