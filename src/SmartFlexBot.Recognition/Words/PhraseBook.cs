using Microsoft.Recognizers.Text.Matcher;

namespace SmartFlexBot.Recognition.Words;

/// <param name="Meaning">The class that the phrase was listed under.</param>
internal readonly record struct PhraseHit(string Meaning, int Start, int Length)
{
    public int End => Start + Length;

    public bool Covers(int token) => Start <= token && token < End;

    public bool Contains(PhraseHit other) => Start <= other.Start && other.End <= End;
}

/// <summary>Finds phrases of many meanings in one pass: the trie of Microsoft.Recognizers.Text over our tokens.</summary>
internal sealed class PhraseBook
{
    private readonly StringMatcher _matcher = new(MatchStrategy.TrieTree, new SimpleTokenizer());

    public PhraseBook(IEnumerable<(string Meaning, string Phrase)> phrases)
    {
        var entries = phrases
            .Select(entry => (entry.Meaning, Tokens: Tokens(Normaliser.Read(entry.Phrase))))
            .Where(entry => entry.Tokens.Length > 0)
            .ToList();
        _matcher.Init([.. entries.Select(entry => (IEnumerable<string>)entry.Tokens)], [.. entries.Select(entry => entry.Meaning)]);
    }

    /// <summary>Every hit, also those inside longer ones, in the order of their starts.</summary>
    public List<PhraseHit> Find(Utterance utterance)
    {
        var hits = new List<PhraseHit>(4 * utterance.Count);
        if (utterance.Count == 0)
        {
            return hits;
        }
        foreach (var match in _matcher.Find(Tokens(utterance)))
        {
            foreach (var meaning in match.CanonicalValues)
            {
                hits.Add(new(meaning, match.Start, match.Length));
            }
        }
        return hits;
    }

    /// <summary>Hits that do not overlap: at each place the longest.</summary>
    public List<PhraseHit> FindLongest(Utterance utterance)
    {
        var hits = Find(utterance);
        hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var end = 0;
        var longest = new List<PhraseHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (hit.Start >= end)
            {
                longest.Add(hit);
                end = hit.End;
            }
        }
        return longest;
    }

    private static string[] Tokens(Utterance utterance)
    {
        var tokens = new string[utterance.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = utterance.Tokens[i].Text;
        }
        return tokens;
    }
}
