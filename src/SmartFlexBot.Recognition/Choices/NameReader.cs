using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Choices;

/// <summary>Reads a choice by its name or a part that only it has: "long range", "the Enyaq, please", "Model 3 from 2021".</summary>
internal static class NameReader
{
    /// <returns>The places of the choices that are meant.</returns>
    public static List<int> Find(ChoiceTalk talk, IReadOnlyList<ChoiceNames> choices)
    {
        var parts = talk.Words.Where(word => choices.Any(choice => Has(choice, word))).ToList();
        var others = talk.Words.Except(parts);
        // Talk that is part of a name ("home") counts only where little else was said.
        var idle = parts.Exists(word => word.Role < WordRole.Talk) ? WordRole.Talk : WordRole.Choosing;
        if (parts.Count > 0 && others.All(word => word.Role >= idle))
        {
            return Places(choices, choice => parts.TrueForAll(word => Has(choice, word)));
        }
        var weighty = talk.Words.Where(word => word.Role != WordRole.Around).Select(word => word.Text).ToList();
        return talk.Words.Any(word => word.Role == WordRole.Denial) ? [] : Places(choices, choice => choice.IsMostOf(weighty));
    }

    private static bool Has(ChoiceNames choice, SaidWord word) =>
        choice.Has(word.Text) || word.Role == WordRole.Plain && choice.HasBeginning(word.Text);

    private static List<int> Places(IReadOnlyList<ChoiceNames> choices, Func<ChoiceNames, bool> condition) =>
        [.. Enumerable.Range(0, choices.Count).Where(place => condition(choices[place]))];
}
