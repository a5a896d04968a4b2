using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Of two, the one that is denied: "nicht der EV6, sondern der EV9", "the Born no, the Tavascan".</summary>
internal static class Contrast
{
    public static bool Is(Analysis analysis, List<Mention> all, Mention mention) =>
        IsDeniedBefore(analysis, mention) && all.Exists(other => other.Start >= mention.End && !IsDeniedBefore(analysis, other))
        || IsDeniedBehind(analysis, mention);

    private static bool IsDeniedBefore(Analysis analysis, Mention mention) =>
        analysis.All(CueWords.Not).Any(not => mention.Start - not.End is >= 0 and <= 2 && !IsAnswer(analysis, not)
            && !IsBrokenOff(analysis, not.End, mention.Start));

    /// <summary>"No the Ariya": a no by itself is about what was said before, unless a verb goes with it.</summary>
    private static bool IsAnswer(Analysis analysis, PhraseHit not) =>
        not.Length == 1 && analysis.HasCueWithin(CueWords.Denial, not.Start, not.End)
        && !(not.End < analysis.Utterance.Count && analysis.Utterance.Tokens[not.End].Text is "es" or "era" or "e");

    private static bool IsDeniedBehind(Analysis analysis, Mention mention) =>
        analysis.All(CueWords.Not).Any(not => not.Start == mention.End && !analysis.Utterance.Tokens[not.Start].AfterBreak
            && not.End < analysis.Utterance.Count && analysis.Utterance.Tokens[not.End].AfterBreak);

    private static bool IsBrokenOff(Analysis analysis, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Any(token => analysis.Utterance.Tokens[token].AfterBreak);
}
