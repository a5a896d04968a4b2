namespace SmartFlexBot.Recognition.Choices;

/// <summary>Reads a choice by its name or a part that only it has: "long range", "the Enyaq, please", "Model 3 from 2021".</summary>
internal static class NameReader
{
    /// <returns>The places of the choices that are meant.</returns>
    public static List<int> Find(ChoiceTalk talk, List<ChoiceNames> choices)
    {
        if (talk.IsAboutDevices && talk.Utterance.HasQuestionMark)
        {
            return [];
        }
        var parts = talk.Words.Where(word => word.Role != WordRole.Around && choices.Exists(choice => Has(choice, word))).ToList();
        var others = talk.Words.Except(parts).ToList();
        var named = parts.Count > 0 && IsTalk(talk, parts, others)
            ? Places(choices, choice => parts.TrueForAll(word => Has(choice, word)))
            : [];
        // What else is said about devices is not for a list.
        var isMore = talk.IsAboutDevices || others.Exists(word => word.Role == WordRole.Denial);
        return named.Count > 0 || isMore ? named : Places(choices, choice => choice.IsMostOf(talk.Words));
    }

    /// <summary>Whether the other words add nothing. Parts that are talk themselves ("home") count only with no other talk.</summary>
    private static bool IsTalk(ChoiceTalk talk, List<SaidWord> parts, List<SaidWord> others)
    {
        var around = !talk.IsAboutDevices ? WordRole.Around
            : parts.TrueForAll(word => word.Role == WordRole.Talk) ? WordRole.Choosing
            : WordRole.Talk;
        return others.TrueForAll(word => word.Role >= around);
    }

    private static bool Has(ChoiceNames choice, SaidWord word) =>
        choice.Has(word.Text) || word.Role == WordRole.Plain && choice.HasBeginning(word.Text);

    private static List<int> Places(List<ChoiceNames> choices, Func<ChoiceNames, bool> condition) =>
        [.. Enumerable.Range(0, choices.Count).Where(place => condition(choices[place]))];
}
