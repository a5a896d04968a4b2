using System.Globalization;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// A choice by its place. Every word of the answer belongs to saying so: "2", "#2", "option two", "I'll take the second one".
/// Pure.
/// </summary>
internal static class OrdinalRecognizer
{
    public static FoundChoice? Recognize(string answer, IReadOnlyList<Choice> choices, DialogLanguage language)
    {
        var words = language.WithoutFillers(Utterance.Words(answer));
        if ((Number(answer, words, language) ?? Ordinal(words, language)) is not { } said)
        {
            return null;
        }

        var index = said.Place == -1 ? choices.Count - 1 : said.Place - 1;
        return index >= 0 && index < choices.Count && (said.Certain || !IsWordOfAnother(said.Word, index, choices))
            ? new FoundChoice(choices[index].Value, index, 1)
            : null;
    }

    /// <summary>With "Model 3" second in the list, "3" could mean either.</summary>
    private static bool IsWordOfAnother(string word, int index, IReadOnlyList<Choice> choices) =>
        choices.Where((_, other) => other != index).SelectMany(PartialRecognizer.Texts).Any(text => Utterance.Words(text).Contains(word));

    /// <summary>A number alone, or after "#" or "option".</summary>
    private static Said? Number(string answer, string[] words, DialogLanguage language)
    {
        var named = words.Length == 2 && language.OptionNouns.Contains(words[0]);
        if ((words.Length != 1 && !named) || answer[0] is '-' or '\u2212' or '+')
        {
            return null;
        }

        var word = words[^1];
        if (language.Cardinals.TryGetValue(word, out var cardinal))
        {
            return new Said(cardinal, word, named);
        }

        return IsPlace(word) ? new Said(int.Parse(word, CultureInfo.InvariantCulture), word, named || answer[0] == '#') : null;
    }

    private static Said? Ordinal(string[] words, DialogLanguage language)
    {
        var said = words.Select(word => Place(word, language) is { } place ? new Said(place, word, Certain: false) : null).OfType<Said>().ToList();
        return said.Count == 1 && words.All(word => word == said[0].Word || language.ChoosingWords.Contains(word)) ? said[0] : null;
    }

    private static int? Place(string word, DialogLanguage language)
    {
        if (language.Ordinals.TryGetValue(word, out var place))
        {
            return place;
        }

        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits < word.Length && IsPlace(word[..digits]) && language.OrdinalSuffixes.Contains(word[digits..])
            ? int.Parse(word[..digits], CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsPlace(string word) => word.Length is > 0 and <= 3 && word.All(char.IsAsciiDigit);

    /// <param name="Certain">True when it was said that a place is meant.</param>
    private sealed record Said(int Place, string Word, bool Certain);
}
