using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Decides whether a word that is the name of a make is one here.</summary>
internal static class MakeResolver
{
    public static bool IsMakeHere(Scene scene, NameSpan span, MakeTarget make, List<Candidate> names)
    {
        if (span.Length > 1 && Enumerable.Range(span.Start, span.Length).All(atom => CueWords.Fillers.Contains(scene.Utterance.Atoms[atom].Text)))
        {
            return false;
        }
        return make.Strength == Strength.Strong && (NameResolver.IsLikelyMisspelt(span) || scene.IsAllThatIsSaid(span))
            || make.Strength == Strength.Weak && IsTheTopic(scene, span, make.Make)
            || make.Strength == Strength.Bound && !scene.HasCueWithin(CueWords.Charger, span.Start, span.End) && IsTheTopic(scene, span, make.Make)
            || names.Exists(name => name.Families.Any(family => scene.Lexicon.Families[family].Make == make.Make) && !name.Span.Overlaps(span) && Neighbours.Gap(scene, name.Span, span) == 0);
    }

    /// <summary>An everyday word is a make only where nothing else is named, and no "smart charger" follows.</summary>
    private static bool IsTheTopic(Scene scene, NameSpan span, int make) =>
        scene.IsAllThatIsSaid(span)
        && (scene.Lexicon.Makes[make].Has(DeviceKind.ChargePoint) || !scene.HasCueWithin(CueWords.Charger, span.End, span.End + 1))
        && !scene.Spans.Exists(other => !other.Overlaps(span) && other.Cost < 2 && Array.Exists(other.Entry.Makes, target => target.Strength == Strength.Strong));
}
