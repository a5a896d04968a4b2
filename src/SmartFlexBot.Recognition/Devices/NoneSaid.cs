using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Sentences that say nothing but that there is none, without saying of what: "none", "hab keins", "no tengo", "no". What was asked for is
/// what there is none of.
/// </summary>
internal static class NoneSaid
{
    public static bool IsAll(Analysis analysis) =>
        analysis.All(CueWords.NoneAlone).Any(none => none.Length == analysis.Utterance.Count)
        || analysis.Context.Asked is AskedFor.Car or AskedFor.ChargePoint && !analysis.All(CueWords.NoneOfThem).Any(hit => hit.Length > 1)
            && IsOfSmallWords(analysis) && (analysis.Has(CueWords.NoneAlone) || IsNotOwned(analysis) || IsDenied(analysis));

    /// <summary>None of what was asked for; of a make that is known, none of the models that were shown.</summary>
    public static Absences Of(Analysis analysis) => analysis.Context switch
    {
        { Asked: AskedFor.Car, Vehicle: { Model: null } } => default(Absences) with { UnknownEv = true },
        { Asked: AskedFor.Car } => default(Absences) with { NoEv = true },
        { Asked: AskedFor.ChargePoint, ChargePoint: { Model: null } } => default(Absences) with { UnknownChargePoint = true },
        { Asked: AskedFor.Pick } => default,
        _ => default(Absences) with { NoChargePoint = true },
    };

    private static bool IsNotOwned(Analysis analysis) => analysis.Has(CueWords.Not) && analysis.Has(CueWords.Own);

    /// <summary>"No" alone answers "which charger do you have?"; where two things, or a model, were asked for, nobody knows what.</summary>
    private static bool IsDenied(Analysis analysis) =>
        analysis.Has(CueWords.Denial)
        && analysis.Context is { Asked: AskedFor.Car, Vehicle: null } or { Asked: AskedFor.ChargePoint, ChargePoint: null };

    private static bool IsOfSmallWords(Analysis analysis) =>
        !analysis.Has(CueWords.Unsure) && !analysis.Has(CueWords.Car) && !analysis.Has(CueWords.Charger)
        && Enumerable.Range(0, analysis.Utterance.Count).All(token => analysis.IsFiller(token)
            || ConsentPhrases.IsInert(analysis.Utterance.Tokens[token].Text)
            || analysis.Cues.Exists(hit => hit.Covers(token)
                && hit.Meaning is CueWords.Not or CueWords.NoneAlone or CueWords.Own or CueWords.Denial or CueWords.Electric));
}
