using System.Globalization;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>What the model looks at: words, neighbours, beginnings, ends and pieces of words, each as a place in a table.</summary>
internal static class ConsentFeatures
{
    public const int Places = 1 << 14;

    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 4;

    public static int[] Of(Utterance utterance)
    {
        var length = Math.Min(utterance.Count, 6).ToString(CultureInfo.InvariantCulture);
        var features = new List<int>(16 * (utterance.Count + 1)) { Place('n', length) };
        if (utterance.HasQuestionMark)
        {
            features.Add(Place('?', ""));
        }
        var before = "^";
        foreach (var token in utterance.Tokens)
        {
            features.Add(Place('w', token.Text));
            features.Add(Place('p', before, token.Text));
            AddPieces(features, token.Text);
            before = token.Text;
        }
        features.Add(Place('p', before, "$"));
        return [.. features.Distinct()];
    }

    private static void AddPieces(List<int> features, string word)
    {
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var at = 0; at + length <= word.Length; at++)
            {
                features.Add(Place(at == 0 ? 'b' : 'c', word.AsSpan(at, length)));
            }
        }
    }

    /// <summary>FNV-1a: the same in every process, as string.GetHashCode is not.</summary>
    private static int Place(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
    {
        var hash = (Basis ^ kind) * Prime;
        foreach (var letter in first)
        {
            hash = (hash ^ letter) * Prime;
        }
        hash = (hash ^ ' ') * Prime;
        foreach (var letter in second)
        {
            hash = (hash ^ letter) * Prime;
        }
        return (int)((hash ^ hash >> 15) % Places);
    }
}
