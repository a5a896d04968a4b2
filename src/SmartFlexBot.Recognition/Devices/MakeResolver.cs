using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Decides whether a word that is the name of a make is one here.</summary>
internal static class MakeResolver
{
    public static bool IsMakeHere(Analysis analysis, NameSpan span, MakeTarget make, List<Candidate> names)
    {
        if (span.Length > 1 && Enumerable.Range(span.Start, span.Length).All(token => CueWords.Fillers.Contains(analysis.Utterance.Tokens[token].Text)))
        {
            return false;
        }
        return make.Strength == Strength.Strong && (NameResolver.IsLikelyMisspelt(span) || analysis.IsAllThatIsSaid(span))
            || make.Strength == Strength.Weak && IsTheTopic(analysis, span, make.Make)
            || make.Strength == Strength.Bound && !analysis.HasCueWithin(CueWords.Charger, span.Start, span.End) && IsTheTopic(analysis, span, make.Make)
            || names.Exists(name => name.Families.Any(family => analysis.Lexicon.Families[family].Make == make.Make) && !name.Span.Overlaps(span) && Neighbours.Gap(analysis, name.Span, span) == 0);
    }

    /// <summary>An everyday word is a make only where nothing else is named, and no "smart charger" follows.</summary>
    private static bool IsTheTopic(Analysis analysis, NameSpan span, int make) =>
        analysis.IsAllThatIsSaid(span)
        && (analysis.Lexicon.Makes[make].Has(DeviceKind.ChargePoint) || !analysis.HasCueWithin(CueWords.Charger, span.End, span.End + 1))
        && !analysis.Spans.Exists(other => !other.Overlaps(span) && other.Cost < 2 && Array.Exists(other.Entry.Makes, target => target.Strength == Strength.Strong));
}
