using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Decides whether a word that is the name of a make is one here.</summary>
internal static class MakeResolver
{
    private static readonly string[] Articles = ["a", "an", "my", "our", "the", "un", "una", "une"];

    private static readonly string[] OtherArticles =
    [
        "ein", "eine", "einen", "der", "die", "den", "dem", "mein", "meinen", "el", "la", "mi", "le", "mon", "ma", "il", "lo", "mio", "mia",
        "l", "notre", "nuestro", "nostra", "unser", "unseren", "as", "drive", "run", "fahre", "fahr",
    ];

    public static bool IsArticle(string word) => Articles.Contains(word) || OtherArticles.Contains(word);

    public static bool IsMakeHere(Analysis analysis, NameSpan span, MakeTarget make, List<Candidate> names)
    {
        if (span.Length > 1 && Enumerable.Range(span.Start, span.Length).All(analysis.IsFiller))
        {
            return false;
        }
        return !IsSmallWord(analysis, span) && !IsEditionOf(analysis, span, names) && IsClear(analysis, span, make)
            || names.Exists(name => IsItsModel(analysis, name, span, make.Make));
    }

    private static bool IsClear(Analysis analysis, NameSpan span, MakeTarget make) => make.Strength switch
    {
        Strength.Strong => NameResolver.IsLikelyMisspelt(span) || analysis.IsAllThatIsSaid(span),
        Strength.Weak => IsTheTopic(analysis, span, make.Make),
        _ => !analysis.HasCueWithin(CueWords.Charger, span.Start, span.End) && IsTheTopic(analysis, span, make.Make),
    };

    /// <summary>"Per ora non ho ...": a small word is a make where an article says so ("an Ora"), or nothing else is said.</summary>
    private static bool IsSmallWord(Analysis analysis, NameSpan span) =>
        span is { Length: 1, Cost: 0 } && analysis.HasCueWithin(CueWords.Now, span.Start, span.End) && analysis.Utterance.Count > 1
        && !(span.Start > 0 && Articles.Contains(analysis.Utterance.Tokens[span.Start - 1].Text));

    /// <summary>"zappi mini"</summary>
    private static bool IsEditionOf(Analysis analysis, NameSpan span, List<Candidate> names) =>
        analysis.HasCueWithin(CueWords.Edition, span.Start, span.End) && !analysis.Utterance.Tokens[span.Start].AfterBreak
        && names.Exists(name => name.Span.End == span.Start && name.Fit > Fit.Part
            && name.Families.All(family => analysis.Families[family].Kind == DeviceKind.ChargePoint));

    private static bool IsItsModel(Analysis analysis, Candidate name, NameSpan span, int make) =>
        name.Families.Any(family => analysis.Families[family].Make == make)
        && !name.Span.Overlaps(span) && Neighbours.Gap(analysis, name.Span, span) == 0;

    /// <summary>An everyday word is a make only where nothing else is named, and no "smart charger" follows.</summary>
    private static bool IsTheTopic(Analysis analysis, NameSpan span, int make) =>
        analysis.IsAllThatIsSaid(span)
        && (analysis.Makes[make].Has(DeviceKind.ChargePoint) || !analysis.HasCueWithin(CueWords.Charger, span.End, span.End + 1))
        && !analysis.Spans.Exists(other => !other.Overlaps(span) && other.Cost < 2 && other.Entry.IsStrongMake);
}
