using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>"We run two, an i3 and a Model 3": a short name where one is due is one, whatever else is said.</summary>
internal static class IntroducedNames
{
    public static bool Is(Analysis analysis, NameSpan span, NameTarget target) =>
        span is { Cost: 0, Length: 2 } && analysis.Utterance.Tokens[span.End - 1].IsNumber && IsDue(analysis, span.Start)
        && (IsWritten(analysis, span, target) || IsMakeAndNumber(analysis, span, target));

    /// <summary>"CX-6e" is no 6e: a short name that is hyphened to something before it, unless that is a make.</summary>
    public static bool IsEndOfAnother(Analysis analysis, NameSpan span) =>
        span is { Start: > 0, Characters: <= 2 }
        && analysis.Utterance.Tokens[span.Start].Start is > 0 and var at && analysis.Utterance.Source[at - 1] == '-'
        && analysis.Utterance.Tokens[span.Start - 1].End == at - 1
        && !analysis.Spans.Exists(other => other.End == span.Start && other.Entry.Makes.Length > 0);

    private static bool IsWritten(Analysis analysis, NameSpan span, NameTarget target) =>
        target is { Strength: Strength.Weak, Fit: Fit.Full }
        && (analysis.Utterance.Tokens[span.Start].Text == "model" || !analysis.Utterance.IsWordStart(span.End - 1));

    /// <summary>"Smart 1 Brabus", of a make that is an everyday word.</summary>
    private static bool IsMakeAndNumber(Analysis analysis, NameSpan span, NameTarget target) =>
        target.Fit > Fit.Part && analysis.Spans.Exists(make => make.Start == span.Start && make.Length == 1
            && make.Entry.Makes.Any(each => each.Make == analysis.Families[target.Family].Make));

    private static bool IsDue(Analysis analysis, int start) =>
        start == 0 || analysis.Utterance.Tokens[start].AfterBreak || MakeResolver.IsArticle(analysis.Utterance.Tokens[start - 1].Text)
        || analysis.HasCueWithin(CueWords.Own, start - 1, start) || analysis.HasCueWithin(CueWords.And, start - 1, start)
        || analysis.HasCueWithin(CueWords.Or, start - 1, start);
}
