using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>What the customer says not to have, or not to know.</summary>
internal readonly record struct Absences(bool NoEv, bool NoChargePoint, bool UnknownEv, bool UnknownChargePoint, bool BurnsFuel);

/// <summary>Reads absences from the words around charger and car nouns.</summary>
internal static class AbsenceReader
{
    private const int Reach = 4;

    public static Absences Read(Analysis analysis, List<Mention> mentions)
    {
        var vehicle = mentions.Exists(mention => mention.Kind == DeviceKind.ElectricVehicle);
        var chargePoint = mentions.Exists(mention => mention.Kind == DeviceKind.ChargePoint);
        var model = mentions.Exists(mention => mention.Kind == DeviceKind.ElectricVehicle && !mention.IsMakeOnly);
        if (mentions.Count == 0 && NoneSaid.IsAll(analysis))
        {
            return NoneSaid.Of(analysis);
        }
        var burnsFuel = BurnsFuel(analysis) || IsSoldWithEngineAlone(analysis) && !model;
        var isNotListed = IsNotListed(analysis);
        var isCharger = isNotListed && IsOfTheCharger(analysis);
        var unknownChargePoint = !chargePoint && (isCharger || IsUnknownCharger(analysis));
        return new(
            NoEv: burnsFuel || !vehicle && !isNotListed && (HasNoCar(analysis) || !chargePoint && IsAwaited(analysis)),
            NoChargePoint: !chargePoint && !unknownChargePoint && !isNotListed && HasNoCharger(analysis, vehicle),
            UnknownEv: !burnsFuel && !vehicle && (isNotListed ? !isCharger : IsOtherVehicle(analysis)),
            UnknownChargePoint: unknownChargePoint,
            BurnsFuel: burnsFuel);
    }

    private static bool BurnsFuel(Analysis analysis) =>
        analysis.All(CueWords.Fuel).Any(fuel => !IsOfHybrid(analysis, fuel)) && !Near(analysis, CueWords.Not, CueWords.Fuel)
        || analysis.Has(CueWords.NotPlugIn);

    /// <summary>"TFSI" burns petrol, and "TFSI e" has a plug as well.</summary>
    private static bool IsOfHybrid(Analysis analysis, PhraseHit fuel) =>
        analysis.All(CueWords.Hybrid).Any(hybrid => hybrid.Length > fuel.Length && hybrid.Contains(fuel));

    private static bool IsSoldWithEngineAlone(Analysis analysis) =>
        analysis.Has(CueWords.OtherModel)
        && !analysis.Has(CueWords.Hybrid) && !analysis.Has(CueWords.PlugIn) && !EngineCodes.IsAnySaid(analysis);

    private static bool IsOtherVehicle(Analysis analysis) => analysis.Has(CueWords.OtherVehicle) || analysis.Has(CueWords.OtherBrand);

    /// <summary>"my car is not on your list", "can't see mine anywhere", "taucht nicht auf".</summary>
    private static bool IsNotListed(Analysis analysis) =>
        analysis.Has(CueWords.NotListed) || Near(analysis, CueWords.Not, CueWords.List)
        || !analysis.Has(CueWords.Unsure)
            && (IsBeside(analysis, CueWords.Not, CueWords.Appear) || IsBeside(analysis, CueWords.Appear, CueWords.Not));

    /// <summary>"can't see it", but not "no charger in there", nor "no, I see".</summary>
    private static bool IsBeside(Analysis analysis, string first, string second) =>
        analysis.All(first).Any(a => analysis.All(second).Any(b => b.Start - a.End is >= 0 and <= 2
            && !analysis.HasCueWithin(CueWords.Charger, a.End, b.Start) && !analysis.HasCueWithin(CueWords.Car, a.End, b.Start)
            && !Enumerable.Range(a.End, b.Start - a.End + 1).Any(token => analysis.Utterance.Tokens[token].AfterBreak)));

    private static bool IsOfTheCharger(Analysis analysis) =>
        analysis.Has(CueWords.Charger) || analysis.Context.Asked == AskedFor.ChargePoint && !analysis.Has(CueWords.Car);

    private static bool IsUnknownCharger(Analysis analysis) =>
        analysis.Has(CueWords.UnknownChargePoint) || analysis.Has(CueWords.OtherCharger)
        || IsUnsure(analysis) && (analysis.Has(CueWords.Charger) ? IsAboutTheCharger(analysis) : IsWhatWasAsked(analysis));

    private static bool IsUnsure(Analysis analysis) =>
        analysis.Has(CueWords.Unsure) || IsBeside(analysis, CueWords.Not, CueWords.Know) || IsBeside(analysis, CueWords.Know, CueWords.Not);

    /// <summary>"No idea, it was here when we moved in" to "which charger do you have?".</summary>
    private static bool IsWhatWasAsked(Analysis analysis) =>
        analysis.Context is { Asked: AskedFor.ChargePoint, ChargePoint: null } && !analysis.Has(CueWords.Car);

    private static bool IsAboutTheCharger(Analysis analysis) =>
        !analysis.Has(CueWords.Car)
        || analysis.Context.Asked == AskedFor.ChargePoint
        || Near(analysis, CueWords.Unsure, CueWords.Charger, reach: 6);

    private static bool HasNoCharger(Analysis analysis, bool vehicle) =>
        analysis.Has(CueWords.Socket)
        || Near(analysis, CueWords.Charges, CueWords.Elsewhere)
        || analysis.Context.Asked == AskedFor.ChargePoint && analysis.Has(CueWords.Elsewhere) && !analysis.Has(CueWords.Charger)
        || !IsUnsure(analysis) && Near(analysis, CueWords.Charger, CueWords.Not) && Near(analysis, CueWords.Charger, CueWords.Own)
        || Near(analysis, CueWords.Not, CueWords.Charger)
        || Near(analysis, CueWords.Charger, CueWords.NoneAfter)
        || Near(analysis, CueWords.Charger, CueWords.Soon) && !analysis.Has(CueWords.Unsure)
        || analysis.Context.Asked != AskedFor.Car && !vehicle && analysis.Has(CueWords.NoChargePoint);

    private static bool HasNoCar(Analysis analysis) =>
        analysis.All(CueWords.NoEv).Any(hit => !IsOfCharger(analysis, hit))
        || Near(analysis, CueWords.Not, CueWords.Car)
        || Near(analysis, CueWords.Car, CueWords.Soon)
        || Near(analysis, CueWords.Awaited, CueWords.Car)
        || analysis.Context.Asked == AskedFor.Car && analysis.Has(CueWords.NoChargePoint);

    /// <summary>"Still waiting for it to be delivered": a car, unless the charger was asked for or is named.</summary>
    private static bool IsAwaited(Analysis analysis) =>
        analysis.Has(CueWords.Awaited) && !analysis.Has(CueWords.Charger) && !analysis.Has(CueWords.NoChargePoint)
        && analysis.Context.Asked != AskedFor.ChargePoint;

    /// <summary>
    /// The first cue before the second, with few words between; a "not" that belongs to "not sure" or "no name" does not count.
    /// </summary>
    private static bool Near(Analysis analysis, string first, string second, int reach = Reach) =>
        analysis.All(first).Any(a => !IsPartOfOther(analysis, a) && analysis.All(second).Any(b =>
            b.Start >= a.End && b.Start - a.End <= reach && !IsPartOfOther(analysis, b)));

    /// <summary>"No ev charger" says nothing of the car; "no ev, charger is a zappi" does.</summary>
    private static bool IsOfCharger(Analysis analysis, PhraseHit hit) =>
        analysis.All(CueWords.Charger).Any(charger => charger.Start == hit.End && !analysis.Utterance.Tokens[hit.End].AfterBreak);

    private static bool IsPartOfOther(Analysis analysis, PhraseHit hit) => hit.Meaning switch
    {
        CueWords.Not or CueWords.NoneAfter =>
            analysis.Cues.Exists(other => other.Meaning is CueWords.Unsure or CueWords.UnknownChargePoint && other.Contains(hit)),
        // "car charger"
        CueWords.Car => analysis.All(CueWords.Charger).Any(charger => charger.Start >= hit.Start && charger.Start <= hit.End),
        _ => false,
    };
}
