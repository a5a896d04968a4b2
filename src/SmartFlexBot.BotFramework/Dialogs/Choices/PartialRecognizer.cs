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
            return null;
        var words = all.Where(word => !language.Fillers.Contains(word)).ToArray();
        // A number says something about a choice only when it is all that was typed.
        if (words.Length == 0 || (all.Length > 1 && words.All(IsNumber)))
            return null;
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

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
