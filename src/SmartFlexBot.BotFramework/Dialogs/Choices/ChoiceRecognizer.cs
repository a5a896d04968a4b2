namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Which choice an answer means: the first of these that knows. Unsure is no choice. Pure.</summary>
public static class ChoiceRecognizer
{
    public static FoundChoice? Recognize(string? answer, IReadOnlyList<Choice> choices, string? locale)
    {
        if (answer is null || choices.Count == 0)
        {
            return null;
        }

        return Exact(answer, choices)
            ?? OrdinalRecognizer.Recognize(answer, choices, DialogLanguage.For(locale))
            ?? PartialRecognizer.Recognize(answer, choices, DialogLanguage.For(locale));
    }

    /// <summary>The answer is a value or a synonym, casing, accents and punctuation aside, of one choice alone.</summary>
    public static FoundChoice? Exact(string? answer, IReadOnlyList<Choice> choices)
    {
        if (answer is null)
        {
            return null;
        }

        var normal = Utterance.Normalize(answer);
        return OnlyOne(choices, answer, (text, typed) => text.Trim().Equals(typed, StringComparison.OrdinalIgnoreCase))
            ?? (normal.Length > 0 ? OnlyOne(choices, normal, (text, typed) => Utterance.Normalize(text) == typed) : null);
    }

    private static FoundChoice? OnlyOne(IReadOnlyList<Choice> choices, string typed, Func<string, string, bool> equal)
    {
        var values = choices.Select((choice, index) => new FoundChoice(choice.Value, index, 1))
            .Where(found => equal(found.Value, typed)).Take(2).ToList();
        if (values.Count > 0)
        {
            return values.Count == 1 ? values[0] : null;
        }

        var synonyms = choices.SelectMany((choice, index) => (choice.Synonyms ?? [])
                .Where(synonym => equal(synonym, typed)).Take(1)
                .Select(synonym => new FoundChoice(choice.Value, index, 1, synonym)))
            .Take(2).ToList();
        return synonyms.Count == 1 ? synonyms[0] : null;
    }
}
