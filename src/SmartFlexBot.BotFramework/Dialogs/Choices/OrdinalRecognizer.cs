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
        var words = Utterance.Words(answer).Where(word => !language.Fillers.Contains(word)).ToArray();
        var place = Number(answer, words, choices, language) ?? Ordinal(words, language);
        var index = place == -1 ? choices.Count - 1 : place - 1;
        return index is { } at && at >= 0 && at < choices.Count ? new FoundChoice(choices[at].Value, at, 1) : null;
    }

    /// <summary>A number alone, or after "option". One that is also a word of another choice could mean either.</summary>
    private static int? Number(string answer, string[] words, IReadOnlyList<Choice> choices, DialogLanguage language)
    {
        var named = words.Length == 2 && language.OptionNouns.Contains(words[0]);
        if (words.Length != 1 && !named)
            return null;
        var word = words[^1];
        if (language.Cardinals.TryGetValue(word, out var cardinal))
            return cardinal;
        if (!IsDigits(word) || answer[0] is '-' or '\u2212' or '+')
            return null;

        var place = int.Parse(word, CultureInfo.InvariantCulture);
        var sure = named || answer[0] == '#'
            || !choices.Where((_, index) => index != place - 1).Any(choice => PartialRecognizer.Texts(choice).Any(text => Utterance.Words(text).Contains(word)));
        return sure ? place : null;
    }

    private static int? Ordinal(string[] words, DialogLanguage language)
    {
        var places = words.Select(word => Place(word, language)).OfType<int>().ToList();
        return places.Count == 1 && words.All(word => Place(word, language) is not null || language.ChoosingWords.Contains(word)) ? places[0] : null;
    }

    private static int? Place(string word, DialogLanguage language)
    {
        if (language.Ordinals.TryGetValue(word, out var place))
            return place;
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < word.Length && IsDigits(word[..digits]) && language.OrdinalSuffixes.Contains(word[digits..])
            ? int.Parse(word[..digits], CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsDigits(string word) => word.Length is > 0 and <= 3 && word.All(char.IsAsciiDigit);
}
