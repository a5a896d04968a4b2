using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Languages;

/// <summary>
/// Notices the language that a customer writes, from the words around the names. Cautious: two different words that only one language has;
/// else null, for one foreign word is a greeting or a name. The customer is asked before anything changes.
/// </summary>
public static class LanguageRecogniser
{
    private const int Enough = 2;

    /// <summary>The languages that are understood: those that have a file of words.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. WordLists.ByLanguage.Keys.Where(language => language != WordLists.Any)];

    /// <summary>Each word with the languages that have it, as bits.</summary>
    private static readonly Dictionary<string, int> Words = Count();

    /// <returns>One of <see cref="Languages"/>, or null when not sure.</returns>
    public static string? Recognise(string text)
    {
        var utterance = Normaliser.Read(text);
        Span<int> own = stackalloc int[Languages.Count];
        Span<int> shared = stackalloc int[Languages.Count];
        foreach (var token in utterance.Tokens.DistinctBy(token => token.Text))
        {
            var languages = Words.GetValueOrDefault(token.Text);
            for (var i = 0; i < Languages.Count; i++)
            {
                shared[i] += (languages >> i) & 1;
                own[i] += languages == 1 << i ? 1 : 0;
            }
        }
        var best = 0;
        for (var i = 1; i < Languages.Count; i++)
        {
            best = (own[i], shared[i]).CompareTo((own[best], shared[best])) > 0 ? i : best;
        }
        for (var i = 0; i < Languages.Count; i++)
        {
            if (i != best && (own[i] * 2 > own[best] || shared[i] >= shared[best]))
            {
                return null;
            }
        }
        return own[best] >= Enough ? Languages[best] : null;
    }

    private static Dictionary<string, int> Count()
    {
        var words = new Dictionary<string, int>();
        for (var i = 0; i < Languages.Count; i++)
        {
            var list = WordLists.ByLanguage[Languages[i]];
            foreach (var phrase in list.Cues.Concat(list.Consent).Concat(list.Ordinals).SelectMany(entry => entry.Value))
            {
                foreach (var token in Normaliser.Read(phrase).Tokens.Where(token => token.Text.Length > 1 && !token.IsNumber))
                {
                    words[token.Text] = words.GetValueOrDefault(token.Text) | (1 << i);
                }
            }
        }
        return words;
    }
}
