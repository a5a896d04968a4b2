using System.Collections.Frozen;
using System.Text.Json;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>The words that prompts understand in one language; read from the files beside this one.</summary>
internal sealed class DialogLanguage
{
    private static readonly FrozenDictionary<string, DialogLanguage> All =
        new[] { "en", "de", "es", "fr", "it" }.ToFrozenDictionary(name => name, Load);

    private readonly int _longestPhrase;

    private DialogLanguage(DialogWords words)
    {
        YesTitle = words.YesTitle;
        NoTitle = words.NoTitle;
        Yes = Phrases(words.Yes);
        No = Phrases(words.No);
        Fillers = Phrases(words.Fillers);
        Negations = Phrases(words.Negations);
        OptionNouns = Phrases(words.OptionNouns);
        ChoosingWords = Phrases(words.ChoosingWords);
        OrdinalSuffixes = Phrases(words.OrdinalSuffixes);
        Ordinals = words.Ordinals.ToFrozenDictionary(pair => Utterance.Normalize(pair.Key), pair => pair.Value);
        Cardinals = words.Cardinals.ToFrozenDictionary(pair => Utterance.Normalize(pair.Key), pair => pair.Value);
        _longestPhrase = Yes.Concat(No).Concat(Fillers).Max(phrase => phrase.Count(c => c == ' ') + 1);
    }

    public static DialogLanguage English => All["en"];

    public string YesTitle { get; }
    public string NoTitle { get; }
    public FrozenSet<string> Yes { get; }
    public FrozenSet<string> No { get; }

    /// <summary>Articles and politeness: they change no answer.</summary>
    public FrozenSet<string> Fillers { get; }

    /// <summary>Words that turn what follows into its opposite.</summary>
    public FrozenSet<string> Negations { get; }

    /// <summary>"option", "number": what may stand before a number that means a place.</summary>
    public FrozenSet<string> OptionNouns { get; }

    /// <summary>"I'll take", "one": what may stand around an ordinal.</summary>
    public FrozenSet<string> ChoosingWords { get; }

    /// <summary>"nd" of "2nd".</summary>
    public FrozenSet<string> OrdinalSuffixes { get; }

    /// <summary>"second" to 2; the last is -1.</summary>
    public FrozenDictionary<string, int> Ordinals { get; }

    public FrozenDictionary<string, int> Cardinals { get; }

    /// <summary>The words that say something: all but <see cref="Fillers"/>.</summary>
    public string[] WithoutFillers(string[] words)
    {
        var kept = new List<string>(words.Length);
        for (var at = 0; at < words.Length;)
        {
            if (LongestPhrase(words, at, Fillers.Contains) is { } filler)
            {
                at += filler.Length;
            }
            else
            {
                kept.Add(words[at++]);
            }
        }

        return [.. kept];
    }

    /// <summary>The longest known phrase that begins at a word, so that "of course not" is not taken for "of course".</summary>
    public (string Text, int Length)? LongestPhrase(string[] words, int at, Func<string, bool> isKnown)
    {
        for (var length = Math.Min(_longestPhrase, words.Length - at); length > 0; length--)
        {
            var text = string.Join(' ', words, at, length);
            if (isKnown(text))
            {
                return (text, length);
            }
        }

        return null;
    }

    public static DialogLanguage For(string? locale) => All.GetValueOrDefault(Locales.Language(locale), English);

    private static FrozenSet<string> Phrases(IEnumerable<string> words) => words.Select(Utterance.Normalize).ToFrozenSet(StringComparer.Ordinal);

    private static DialogLanguage Load(string name)
    {
        using var file = typeof(DialogLanguage).Assembly.GetManifestResourceStream($"Dialogs.Language.{name}.json")
            ?? throw new InvalidOperationException($"The word table '{name}' is not in the assembly.");
        return new DialogLanguage(JsonSerializer.Deserialize(file, DialogWordsJson.Default.DialogWords)!);
    }
}
