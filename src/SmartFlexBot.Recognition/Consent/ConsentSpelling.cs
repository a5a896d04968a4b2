using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>
/// Puts right what thumbs write, in words that no list knows: letters held down ("yesss"), two words in one ("vabene", "jaccepte"), and
/// one letter wrong in a longer word ("einverstandn").
/// </summary>
internal sealed class ConsentSpelling
{
    private const int ShortestPair = 4;
    private const int ShortestMisspelt = 6;

    private readonly HashSet<string> _words = [];
    private readonly Dictionary<string, (string First, string Second)> _pairs = [];
    private readonly List<string> _longWords;

    public ConsentSpelling(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var tokens = Normaliser.Read(phrase).Tokens;
            for (var i = 0; i < tokens.Count; i++)
            {
                _words.Add(tokens[i].Text);
                if (i > 0 && tokens[i - 1].Text.Length + tokens[i].Text.Length >= ShortestPair)
                {
                    _pairs.TryAdd(tokens[i - 1].Text + tokens[i].Text, (tokens[i - 1].Text, tokens[i].Text));
                }
            }
        }
        _longWords = [.. _words.Where(word => word.Length >= ShortestMisspelt - 1).Order(StringComparer.Ordinal)];
    }

    public Utterance Correct(Utterance utterance) =>
        utterance.Tokens.All(IsKnown) ? utterance : utterance with { Tokens = [.. utterance.Tokens.SelectMany(Corrected)] };

    private bool IsKnown(Token token) => token.IsNumber || _words.Contains(token.Text);

    private IEnumerable<Token> Corrected(Token token)
    {
        if (IsKnown(token))
        {
            return [token];
        }
        if (_pairs.TryGetValue(token.Text, out var pair))
        {
            return [token with { Text = pair.First }, token with { Text = pair.Second, AfterBreak = false }];
        }
        var held = WithoutRepeats(token.Text);
        return [token with { Text = _words.Contains(held) ? held : Nearest(token.Text) }];
    }

    private static string WithoutRepeats(string word) =>
        string.Concat(word.Where((letter, at) => at == 0 || word[at - 1] != letter));

    /// <summary>
    /// The one word that has a letter more or less, or two changed about; of two nobody knows which was meant. Another letter makes another
    /// word: who writes "angekommen" does not mean "angenommen".
    /// </summary>
    private string Nearest(string word)
    {
        if (word.Length < ShortestMisspelt)
        {
            return word;
        }
        var near = _longWords.FindAll(known =>
            known[0] == word[0] && EditDistance.Between(word, known, 1) <= 1 && !IsAnotherLetter(word, known));
        return near is [var only] ? only : word;
    }

    private static bool IsAnotherLetter(string word, string known) =>
        word.Length == known.Length && !word.Order().SequenceEqual(known.Order());
}
