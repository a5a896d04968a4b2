using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Choices;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Requests;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Finds a customer's devices in free text: normalise, read (as written, as spoken, corrected), look up runs of tokens, resolve by make,
/// pick the runs that explain most, find variants, and decide. Every stage is pure and bounded by the length of the utterance; no input
/// throws.
/// </summary>
public sealed class DeviceRecogniser(DeviceLexicon lexicon)
{
    public DeviceUtterance Recognise(string text, RecognitionContext context)
    {
        var utterance = Normaliser.Read(text);
        var request = RequestRecogniser.Recognise(utterance);
        if (utterance.Count == 0 || request is { IsUrgent: true })
        {
            return new() { Act = request is null ? UtteranceAct.Unclear : UtteranceAct.Request, Request = request };
        }
        var pick = ChoiceRecogniser.RecogniseDevice(utterance, context.Offered);
        if (pick.IsPicked)
        {
            return Taken(context.Offered[pick.Index], utterance);
        }
        var analysis = new Analysis(utterance, context, lexicon);
        var result = pick.Outcome == ChoiceOutcome.NoneOfThem ? new() { Act = UtteranceAct.Answer } : Understand(analysis);
        return request is not null && IsEmpty(result) ? new() { Act = UtteranceAct.Request, Request = request } : result;
    }

    private static DeviceUtterance Taken(CatalogueEntry entry, Utterance utterance)
    {
        var mention = new DeviceMention(entry.Kind, entry.Make, entry.Model, Certainty.Exact, utterance.Words(0, utterance.Count));
        return entry.Kind == DeviceKind.ChargePoint
            ? new() { ChargePoint = mention, Act = UtteranceAct.Answer }
            : new() { Vehicle = mention, Act = UtteranceAct.Answer };
    }

    private static DeviceUtterance Understand(Analysis analysis)
    {
        var mentions = MentionBuilder.Build(analysis, SpanPicker.Pick(NameResolver.Resolve(analysis), analysis.Utterance.Count));
        ElidedNames.Add(analysis, mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            mentions[i] = VariantResolver.Resolve(analysis, mentions, i);
        }
        for (var i = 0; i < mentions.Count; i++)
        {
            mentions[i] = LeftOverWords.Doubt(analysis, mentions, i);
        }
        var question = IsQuestion(analysis);
        if (!question)
        {
            KnownDevices.AddCorrected(analysis, mentions);
        }
        var absences = AbsenceReader.Read(analysis, mentions);
        if (absences.BurnsFuel)
        {
            mentions.RemoveAll(mention => mention.Kind == DeviceKind.ElectricVehicle);
        }
        var vehicle = Decider.Decide(analysis, mentions, DeviceKind.ElectricVehicle);
        var chargePoint = Decider.Decide(analysis, mentions, DeviceKind.ChargePoint);
        var result = new DeviceUtterance
        {
            Vehicle = Named(analysis, vehicle.Mention),
            ChargePoint = Named(analysis, chargePoint.Mention),
            VehicleOffers = vehicle.Offers,
            ChargePointOffers = chargePoint.Offers,
            VehicleNotOffered = NotOffered(analysis, vehicle.NotOffered),
            ChargePointNotOffered = NotOffered(analysis, chargePoint.NotOffered),
            NoEv = absences.NoEv,
            NoChargePoint = absences.NoChargePoint,
            UnknownEv = absences.UnknownEv || IsAllThatWasNamed(vehicle),
            UnknownChargePoint = absences.UnknownChargePoint || IsAllThatWasNamed(chargePoint),
        };
        return result with { Act = question ? UtteranceAct.Question : IsEmpty(result) ? UtteranceAct.Unclear : UtteranceAct.Answer };
    }

    private static bool IsAllThatWasNamed(Decision decision) => decision is { NotOffered: not null, Mention: null, Offers: [] };

    /// <summary>Null when not even its make is known.</summary>
    private static DeviceMention? NotOffered(Analysis analysis, Mention? mention) =>
        mention is { Make: >= 0 } or { IsOneFamily: true } ? Named(analysis, mention) : null;

    private static DeviceMention? Named(Analysis analysis, Mention? mention)
    {
        if (mention is null)
        {
            return null;
        }
        var device = mention.Device >= 0 ? mention.Device : mention.IsOneFamily ? analysis.Families[mention.Families[0]].Head : -1;
        var entry = device >= 0 ? analysis.Devices[device].Entry : null;
        var certainty = mention.IsExact ? Certainty.Exact
            : mention.Fit > Fit.Part || mention.IsMakeOnly ? Certainty.Likely
            : Certainty.Unsure;
        var make = entry?.Make ?? analysis.Makes[mention.Make].Name;
        var model = entry?.Model ?? (mention.IsOneFamily ? analysis.Families[mention.Families[0]].Name : null);
        return new(mention.Kind, make, model, certainty, analysis.Utterance.Words(mention.Start, mention.Length));
    }

    private static bool IsQuestion(Analysis analysis) =>
        analysis.Utterance.HasQuestionMark
        || analysis.All(CueWords.Ask).Any(hit => hit.Start == 0 && hit.Length < analysis.Utterance.Count);

    private static bool IsEmpty(DeviceUtterance result) =>
        result is { Vehicle: null, ChargePoint: null, NoEv: false, NoChargePoint: false, UnknownEv: false, UnknownChargePoint: false }
        && result.VehicleOffers.Count == 0 && result.ChargePointOffers.Count == 0;
}
