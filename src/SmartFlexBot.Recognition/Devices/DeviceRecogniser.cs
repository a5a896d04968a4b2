using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Choices;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Requests;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Finds a customer's devices in free text: normalise, read (as written, as spoken, corrected), look up runs of atoms, resolve by make,
/// pick the runs that explain most, find variants, and decide. Every stage is pure and bounded by the length of the utterance; no input throws.
/// </summary>
public sealed class DeviceRecogniser(DeviceLexicon lexicon)
{
    public DeviceUtterance Recognise(string text, RecognitionContext context)
    {
        var utterance = Normaliser.Read(text);
        var command = CommandRecogniser.Recognise(utterance);
        if (utterance.Count == 0 || command is { IsSafety: true })
        {
            return new() { Act = command is null ? UtteranceAct.Unclear : UtteranceAct.Command, Command = command };
        }
        var pick = ChoiceRecogniser.Recognise(utterance, context.Offered);
        if (pick.Outcome == ChoiceOutcome.Picked)
        {
            return Taken(context.Offered[pick.Index], utterance);
        }
        var scene = new Scene(utterance, context, lexicon);
        var result = pick.Outcome == ChoiceOutcome.NoneOfThem ? new() { Act = UtteranceAct.Answer } : Understand(scene);
        return command is not null && IsEmpty(result) ? new() { Act = UtteranceAct.Command, Command = command } : result;
    }

    private static DeviceUtterance Taken(CatalogueEntry entry, Utterance utterance)
    {
        var mention = new DeviceMention(entry.Kind, entry.Make, entry.Model, Certainty.Exact, utterance.Words(0, utterance.Count));
        return entry.Kind == DeviceKind.ChargePoint
            ? new() { ChargePoint = mention, Act = UtteranceAct.Answer }
            : new() { Vehicle = mention, Act = UtteranceAct.Answer };
    }

    private static DeviceUtterance Understand(Scene scene)
    {
        var mentions = MentionBuilder.Build(scene, SpanPicker.Pick(NameResolver.Resolve(scene), scene.Utterance.Count));
        ElidedNames.Add(scene, mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            mentions[i] = VariantResolver.Resolve(scene, mentions, i);
        }
        var question = IsQuestion(scene);
        if (!question)
        {
            KnownDevices.AddCorrected(scene, mentions);
        }
        var absences = AbsenceReader.Read(scene, mentions);
        if (absences.BurnsFuel)
        {
            mentions.RemoveAll(mention => mention.Kind == DeviceKind.ElectricVehicle);
        }
        var vehicle = Decider.Decide(scene, mentions, DeviceKind.ElectricVehicle);
        var chargePoint = Decider.Decide(scene, mentions, DeviceKind.ChargePoint);
        var result = new DeviceUtterance
        {
            Vehicle = Named(scene, vehicle.Mention),
            ChargePoint = Named(scene, chargePoint.Mention),
            VehicleOffers = vehicle.Offers,
            ChargePointOffers = chargePoint.Offers,
            NoEv = absences.NoEv,
            NoChargePoint = absences.NoChargePoint,
            UnknownEv = absences.UnknownEv,
            UnknownChargePoint = absences.UnknownChargePoint,
        };
        return result with { Act = question ? UtteranceAct.Question : IsEmpty(result) ? UtteranceAct.Unclear : UtteranceAct.Answer };
    }

    private static DeviceMention? Named(Scene scene, Mention? mention)
    {
        if (mention is null)
        {
            return null;
        }
        var device = mention.Device >= 0 ? mention.Device : mention.IsOneFamily ? scene.Lexicon.Families[mention.Families[0]].Head : -1;
        var entry = device >= 0 ? scene.Lexicon.Devices[device].Entry : null;
        var certainty = mention.IsExact ? Certainty.Exact : mention.Fit > Fit.Part || mention.IsMakeOnly ? Certainty.Likely : Certainty.Unsure;
        return new(mention.Kind, entry?.Make ?? scene.Lexicon.Makes[mention.Make].Name, entry?.Model, certainty, scene.Utterance.Words(mention.Start, mention.Length));
    }

    private static bool IsQuestion(Scene scene) =>
        scene.Utterance.HasQuestionMark || scene.All(CueWords.Ask).Any(hit => hit.Start == 0 && hit.Length < scene.Utterance.Count);

    private static bool IsEmpty(DeviceUtterance result) =>
        result is { Vehicle: null, ChargePoint: null, NoEv: false, NoChargePoint: false, UnknownEv: false, UnknownChargePoint: false }
        && result.VehicleOffers.Count == 0 && result.ChargePointOffers.Count == 0;
}
