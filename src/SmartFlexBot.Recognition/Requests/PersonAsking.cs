using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Requests;

/// <summary>
/// A person is asked for in many small words: "actually I'd rather talk to one of your colleagues, please". They count as such here alone,
/// and one clause that asks is enough: "no, that's wrong, let me talk to someone".
/// </summary>
internal static class PersonAsking
{
    /// <summary>To speak, to be put through, to want.</summary>
    private const string Asking = "askingPerson";

    private const string Beside = "besidePerson";

    public static bool IsOf(string meaning) => meaning is Asking or Beside;

    public static bool IsIn(Utterance utterance, IReadOnlyList<PhraseHit> hits)
    {
        if (utterance.IsCut)
        {
            return false;
        }

        if (IsCovered(utterance, hits))
        {
            return true;
        }

        var start = 0;
        for (var end = 1; end <= utterance.Count; end++)
        {
            if (end == utterance.Count || utterance.Tokens[end].AfterBreak)
            {
                if (Asks(start, end, hits))
                {
                    return true;
                }

                start = end;
            }
        }

        return false;
    }

    /// <summary>Every word is part of a hit.</summary>
    public static bool IsCovered(Utterance utterance, IEnumerable<PhraseHit> hits) =>
        !utterance.IsCut && IsCovered(0, utterance.Count, hits);

    private static bool Asks(int start, int end, IReadOnlyList<PhraseHit> hits)
    {
        PhraseHit[] inside = [.. hits.Where(hit => start <= hit.Start && hit.End <= end)];
        return Array.Exists(inside, hit => hit.Meaning == nameof(RequestKind.Human))
            && Array.Exists(inside, hit => hit.Meaning == Asking)
            && IsCovered(start, end, inside);
    }

    private static bool IsCovered(int start, int end, IEnumerable<PhraseHit> hits)
    {
        var covered = new bool[end];
        foreach (var hit in hits)
        {
            Array.Fill(covered, true, hit.Start, hit.Length);
        }

        return Array.TrueForAll(covered[start..], token => token);
    }
}
