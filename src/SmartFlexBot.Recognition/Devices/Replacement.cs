using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Of two cars in one sentence, the one that the other has come for.</summary>
internal static class Replacement
{
    private const int Reach = 4;

    public static bool Is(Analysis analysis, Mention old, Mention now) =>
        old.Start < now.Start && (IsSwapped(analysis, old, now) || IsOfThePast(analysis, old) || IsGone(analysis, old, now)
            || IsMoved(analysis, old, now));

    /// <summary>"Swapped the Leaf for an Ariya", "traded the i3 in, got a Born now".</summary>
    private static bool IsSwapped(Analysis analysis, Mention old, Mention now) =>
        analysis.All(CueWords.Swap).Any(swap => swap.Start < old.Start)
        && (analysis.All(CueWords.SwapTo).Any(to => to.Start >= old.End && to.End <= now.Start) || IsSaidNow(analysis, old.End));

    /// <summary>"Until last year an e-Golf, now a Born": a word of then before the one, a word of now at the other.</summary>
    private static bool IsOfThePast(Analysis analysis, Mention old) =>
        analysis.All(CueWords.Past).Any(past => old.Start - past.End is >= 0 and <= Reach) && IsSaidNow(analysis, old.End);

    /// <summary>"The Leaf we sold, and drive ...", "finished with the Leaf, switched to ...".</summary>
    private static bool IsGone(Analysis analysis, Mention old, Mention now) =>
        analysis.All(CueWords.Sold).Any(sold => sold.Start - old.End is >= 0 and <= Reach && sold.End <= now.Start)
        || analysis.All(CueWords.SwitchedTo).Any(to => to.Start >= old.End && to.End <= now.Start);

    /// <summary>"From a Leaf to an Ariya", "vom Leaf auf den Ariya umgestiegen", "pasé del i3 al i4".</summary>
    private static bool IsMoved(Analysis analysis, Mention old, Mention now) =>
        now.Start - old.End is >= 1 and <= 3
        && analysis.All(CueWords.From).Any(from => old.Start - from.End is 0 or 1)
        && analysis.All(CueWords.Toward).Any(to => to.Start == old.End);

    private static bool IsSaidNow(Analysis analysis, int from) => analysis.All(CueWords.Now).Any(hit => hit.Start >= from);
}
