using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Choices;

/// <summary>
/// A pick from a list: a name in it, a position ("the second one", "2"), or words that only one choice has ("64 I think"). A number inside
/// a sentence that says more never picks (botbuilder-dotnet#2956). Unsure is no pick.
/// </summary>
public static class ChoiceRecogniser
{
    private static readonly ChoicePick NotAPick = new(ChoiceOutcome.NotAPick);

    public static ChoicePick Recognise(string text, IReadOnlyList<Choice> choices) => Recognise(Normaliser.Read(text), choices);

    internal static ChoicePick Recognise(Utterance utterance, IReadOnlyList<Choice> choices)
    {
        if (utterance.Count == 0 || utterance.IsCut || choices.Count == 0)
        {
            return NotAPick;
        }
        var names = choices.Select(choice => new ChoiceNames(choice)).ToList();
        var talk = new ChoiceTalk(utterance);
        var words = talk.Words.Select(word => word.Text).ToList();
        return Only(Places(names, name => name.IsTitle(words)))
            ?? At(PlaceReader.Number(talk), names)
            ?? Only(Places(names, name => name.IsSynonym(words)))
            ?? At(PlaceReader.Ordinal(talk), names)
            ?? NoneOfThem(talk)
            ?? (utterance.HasQuestionMark ? NotAPick : Only(NameReader.Find(talk, names)))
            ?? NotAPick;
    }

    private static ChoicePick? Only(IEnumerable<int> places) =>
        places.Take(2).ToList() is [var one] ? new(ChoiceOutcome.Picked, one) : null;

    private static IEnumerable<int> Places(List<ChoiceNames> names, Func<ChoiceNames, bool> condition) =>
        Enumerable.Range(0, names.Count).Where(place => condition(names[place]));

    /// <summary>With "Model 3" second in the list, "3" could mean either; "two" means "Two cars" wherever that stands.</summary>
    private static ChoicePick? At(Place? place, List<ChoiceNames> names)
    {
        if (place is not { } said || said.Number > names.Count || said.Number == 0)
        {
            return null;
        }
        var index = said.Number == -1 ? names.Count - 1 : said.Number - 1;
        if (!said.IsCertain && Places(names, name => name.IsWritten(said.Word)).Any(other => other != index))
        {
            return NameWords.IsNumber(said.Word) ? NotAPick : null;
        }
        return new(ChoiceOutcome.Picked, index);
    }

    private static ChoicePick? NoneOfThem(ChoiceTalk talk) =>
        talk.Cues.Exists(cue => cue.Meaning == CueWords.NoneOfThem && talk.IsAll(cue.Covers)) ? new(ChoiceOutcome.NoneOfThem) : null;
}
