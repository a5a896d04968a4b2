using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Choices;

/// <summary>A choice in the words by which it can be meant.</summary>
internal sealed class ChoiceNames
{
    private const int ShortestBeginning = 3;

    private readonly List<string> _title;
    private readonly List<List<string>> _synonyms;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _written;

    public ChoiceNames(Choice choice)
    {
        List<string> texts = [choice.Title, .. choice.Synonyms];
        _title = Trims.Words(choice.Title);
        _synonyms = [.. choice.Synonyms.Select(Trims.Words)];
        _words = [.. texts.SelectMany(Trims.Words), .. texts.SelectMany(text => Normaliser.Read(text).Tokens).Select(token => token.Text)];
        _written = [.. texts.SelectMany(NameWords.Of)];
    }

    public bool IsTitle(IEnumerable<string> words) => _title.SequenceEqual(words);

    public bool IsSynonym(IEnumerable<string> words) => _synonyms.Exists(synonym => synonym.SequenceEqual(words));

    public bool Has(string word) => _words.Contains(word);

    /// <summary>"skod" for Skoda; of a number only all of it counts.</summary>
    public bool HasBeginning(string word) =>
        word.Length >= ShortestBeginning && !NameWords.IsNumber(word)
        && _words.Any(name => name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>As a word of its own: "Model 3" has 3, "EV3" has not.</summary>
    public bool IsWritten(string word) => _written.Contains(word);

    /// <summary>A whole name was said, and at most half as many words of weight around it.</summary>
    public bool IsMostOf(IReadOnlyList<SaidWord> words) => _synonyms.Prepend(_title).Any(name =>
        !name.TrueForAll(NameWords.IsNumber) && Enumerable.Range(0, words.Count).Any(at => IsMostOf(words, name, at)));

    private static bool IsMostOf(IReadOnlyList<SaidWord> words, List<string> name, int at)
    {
        var others = words.Take(at).Concat(words.Skip(at + name.Count)).Count(word => word.Role != WordRole.Around);
        return words.Skip(at).Take(name.Count).Select(word => word.Text).SequenceEqual(name) && 2 * others <= name.Count;
    }
}
