using SmartFlexBot.Recognition.Catalogue;
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

    public static ChoicePick Recognise(string text, IReadOnlyList<Choice> choices) =>
        Recognise(new ChoiceTalk(Normaliser.Read(text), isAboutDevices: false), choices);

    /// <summary>Of a list of devices, also from within what people say about theirs: "we have the 64 at home".</summary>
    public static ChoicePick RecogniseDevice(string text, IReadOnlyList<CatalogueEntry> devices) =>
        RecogniseDevice(Normaliser.Read(text), devices);

    internal static ChoicePick RecogniseDevice(Utterance utterance, IReadOnlyList<CatalogueEntry> devices) => devices.Count == 0
        ? NotAPick
        : Recognise(
            new ChoiceTalk(utterance, isAboutDevices: true),
            [.. devices.Select(device => new Choice($"{device.Make} {device.Model}", device.Model))]);

    private static ChoicePick Recognise(ChoiceTalk talk, IReadOnlyList<Choice> choices)
    {
        if (talk.Utterance is { Count: 0 } or { IsCut: true })
        {
            return NotAPick;
        }
        var names = choices.Select(choice => new ChoiceNames(choice)).ToList();
        var words = talk.Words.Select(word => word.Text).ToList();
        return Only(Places(names, name => name.IsTitle(words)))
            ?? At(PlaceReader.Number(talk), names)
            ?? Only(Places(names, name => name.IsSynonym(words)))
            ?? At(PlaceReader.Ordinal(talk), names)
            ?? NoneOfThem(talk)
            ?? Only(NameReader.Find(talk, names))
            ?? NotAPick;
    }

    private static ChoicePick? Only(IEnumerable<int> places) =>
        places.Take(2).ToList() is [var one] ? new(ChoiceOutcome.Picked, one) : null;

    private static IEnumerable<int> Places(List<ChoiceNames> names, Func<ChoiceNames, bool> condition) =>
        Enumerable.Range(0, names.Count).Where(place => condition(names[place]));

    /// <summary>With "Model 3" second in the list, "3" could mean either; "two" means "Two cars" wherever that stands.</summary>
    private static ChoicePick? At(Place? place, List<ChoiceNames> names)
    {
        // "#1" is a name where a car is called so.
        if (place is not { } said || said.Number > names.Count || said.Noun is { } noun && names.Exists(name => name.Has(noun)))
        {
            return null;
        }
        var index = said.Number == -1 ? names.Count - 1 : said.Number - 1;
        if (said.Noun is null && Places(names, name => name.IsWritten(said.Word)).Any(other => other != index))
        {
            return NameWords.IsNumber(said.Word) ? NotAPick : null;
        }
        return new(ChoiceOutcome.Picked, index);
    }

    /// <summary>"None of these", "neither", "I don't see mine": and nothing else beside it.</summary>
    private static ChoicePick? NoneOfThem(ChoiceTalk talk)
    {
        bool Has(string meaning) => talk.Cues.Exists(cue => cue.Meaning == meaning);

        var isSaid = Has(CueWords.NoneOfThem) || Has(CueWords.NotListed) || Has(CueWords.NoneAlone)
            || Has(CueWords.Not) && Has(CueWords.Appear);
        return talk.IsAboutDevices && isSaid && talk.IsAll(WordRole.Talk, IsRefused) ? new(ChoiceOutcome.NoneOfThem) : null;

        bool IsRefused(int token) => talk.Cues.Exists(cue => cue.Covers(token) && Refuses(cue));
    }

    private static bool Refuses(PhraseHit cue) => cue.Meaning
        is CueWords.NoneOfThem or CueWords.NotListed or CueWords.NoneAlone or CueWords.Not or CueWords.Appear;
}
