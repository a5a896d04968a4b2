using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Looks up every run of up to <see cref="LongestRun"/> tokens, in every spelling. Bounded: tokens × runs × spellings.</summary>
internal static class SpanFinder
{
    public const int LongestRun = 8;

    public static List<NameSpan> Find(Utterance utterance, List<Spelling> spellings, DeviceLexicon lexicon)
    {
        var spans = new List<NameSpan>();
        foreach (var spelling in spellings)
        {
            for (var start = 0; start < utterance.Count; start++)
            {
                if (utterance.IsWordStart(start) && spelling.Tokens[start].Length > 0)
                {
                    FindFrom(start, utterance, spelling, lexicon, spans);
                }
            }
        }
        return spans;
    }

    private static void FindFrom(int start, Utterance utterance, Spelling spelling, DeviceLexicon lexicon, List<NameSpan> spans)
    {
        for (var length = 1; length <= Math.Min(LongestRun, utterance.Count - start); length++)
        {
            var key = spelling.Slice(start, length);
            if (key.Length > NameKeys.LongestKey || !lexicon.MayBegin(key))
            {
                return;
            }
            var cost = spelling.Cost(start, length);
            if (key.Length < 1 || length > 1 && spelling.IsWildGuess(start + length - 1))
            {
                continue;
            }
            if (lexicon.Find(key) is { } entry && Trustworthy(key, cost) && EndsWell(start + length, key, entry, utterance))
            {
                AddUnlessKnown(new(start, length, entry, cost, key.Length), spans);
            }
        }
    }

    /// <summary>Another spelling may have found the same at no higher cost.</summary>
    private static void AddUnlessKnown(NameSpan found, List<NameSpan> spans)
    {
        if (!spans.Exists(span => span.IsSameAs(found) && span.Cost <= found.Cost))
        {
            spans.Add(found);
        }
    }

    /// <summary>A name may stop inside a written word only before a number ("leaf30", "MG3").</summary>
    private static bool EndsWell(int end, ReadOnlySpan<char> key, NameEntry entry, Utterance utterance) =>
        utterance.IsWordEnd(end) || (key.Length >= 3 || entry.IsStrongMake) && utterance.Tokens[end].IsNumber;

    /// <summary>The shorter a key, the less may be wrong in it.</summary>
    private static bool Trustworthy(ReadOnlySpan<char> key, int cost) => cost <= 1 || key.Length >= 4 && (cost <= 3 || key.Length >= 6);
}
