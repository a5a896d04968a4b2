using System.Globalization;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>
/// A choice by a part of its name that no other has ("long range"), or by its name within a few more words ("my Model 3"). Pure.
/// </summary>
internal static class PartialRecognizer
{
    private const int ShortestPrefix = 3;
    private const double MostOfTheAnswer = 2.0 / 3.0;

    public static IEnumerable<string> Texts(Choice choice) => [choice.Value, .. choice.Synonyms ?? []];

    public static FoundChoice? Recognize(string answer, IReadOnlyList<Choice> choices, DialogLanguage language)
    {
        var all = Utterance.Words(answer);
        if (all.Any(language.Negations.Contains))
        {
            return null;
        }

        var words = language.WithoutFillers(all);
        if (words.Length == 0 || (words.All(IsNumber) && !IsNumberOfNoPlace(all, choices.Count)))
        {
            return null;
        }

        return Best(choices, text => PartOf(text, words)) ?? Best(choices, text => Contains(text, words));
    }

    /// <summary>Every word of the answer is in the name: how much of the name was said.</summary>
    private static double PartOf(string[] name, string[] words) =>
        words.Length <= name.Length && words.All(word => name.Any(part => Matches(part, word))) ? (double)words.Length / name.Length : 0;

    /// <summary>The name is most of the answer: how much of it.</summary>
    private static double Contains(string[] name, string[] words)
    {
        var share = (double)name.Length / words.Length;
        return share >= MostOfTheAnswer && share < 1 && !name.All(IsNumber)
            && Enumerable.Range(0, words.Length - name.Length + 1).Any(at => words.AsSpan(at, name.Length).SequenceEqual(name))
            ? share
            : 0;
    }

    private static FoundChoice? Best(IReadOnlyList<Choice> choices, Func<string[], double> score)
    {
        var found = choices.Select((choice, index) => Texts(choice)
                .Select(text => new FoundChoice(choice.Value, index, score(Utterance.Words(text)), text == choice.Value ? null : text))
                .MaxBy(match => match.Score)!)
            .Where(match => match.Score > 0)
            .Take(2).ToList();
        return found.Count == 1 ? found[0] with { Score = Math.Min(found[0].Score, 0.99) } : null;
    }

    private static bool Matches(string part, string word) =>
        part == word || (word.Length >= ShortestPrefix && !IsNumber(word) && part.StartsWith(word, StringComparison.Ordinal));

    /// <summary>A number says a part of a name ("22" for "22 kW") only when it is all that was typed and can be no place in the list.</summary>
    private static bool IsNumberOfNoPlace(string[] words, int places) =>
        words.Length == 1 && (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > places);

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
