using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Choices;

/// <summary>
/// A pick from a list of devices: a position ("the second one", "2"), or words that only one option has ("64 I think"). A number inside
/// a sentence that says more never picks (botbuilder-dotnet#2956).
/// </summary>
public static class ChoiceRecogniser
{
    private static readonly ChoicePick NotAPick = new(ChoiceOutcome.NotAPick);

    public static ChoicePick Recognise(string text, IReadOnlyList<CatalogueEntry> offered) => Recognise(Normaliser.Read(text), offered);

    internal static ChoicePick Recognise(Utterance utterance, IReadOnlyList<CatalogueEntry> offered)
    {
        if (utterance.Count == 0 || offered.Count == 0)
        {
            return NotAPick;
        }
        var cues = CueWords.Phrases.Find(utterance);
        if (cues.Exists(cue => cue.Meaning == CueWords.NoneOfThem && Content(utterance, cue).Count == 0))
        {
            return new(ChoiceOutcome.NoneOfThem);
        }
        return ByPosition(utterance, cues, offered.Count) is { } position ? new(ChoiceOutcome.Picked, position) : ByWords(utterance, offered);
    }

    private static int? ByPosition(Utterance utterance, List<PhraseHit> cues, int count)
    {
        var said = new HashSet<int>();
        foreach (var ordinal in cues.Where(cue => cue.Meaning.StartsWith(CueWords.Ordinal, StringComparison.Ordinal) && Content(utterance, cue).Count == 0))
        {
            var place = int.Parse(ordinal.Meaning.AsSpan(CueWords.Ordinal.Length), provider: null);
            said.Add(place < 0 ? count : place);
        }
        if (utterance is { Count: 1, Tokens: [{ IsNumber: true, Text.Length: 1 } number] })
        {
            said.Add(number.Text[0] - '0');
        }
        return said.Count == 1 && said.Single() is var only && only >= 1 && only <= count ? only - 1 : null;
    }

    /// <summary>All words of weight must be in one option and in no other.</summary>
    private static ChoicePick ByWords(Utterance utterance, IReadOnlyList<CatalogueEntry> offered)
    {
        var content = Content(utterance, default);
        var said = Trims.Find(utterance).Select(hit => hit.Meaning).ToHashSet();
        if (content.Count == 0 && said.Count == 0 || utterance.HasQuestionMark)
        {
            return NotAPick;
        }
        var inTrims = Trims.Find(utterance);
        var needed = content.Where(token => !inTrims.Any(hit => hit.Start <= token && token < hit.End)).Select(token => utterance.Tokens[token].Text).Concat(said).ToList();
        var fitting = Enumerable.Range(0, offered.Count).Where(i => needed.All(OptionWords(offered[i]).Contains)).ToList();
        return fitting is [var one] ? new(ChoiceOutcome.Picked, one) : NotAPick;
    }

    private static HashSet<string> OptionWords(CatalogueEntry option) =>
        [.. Trims.Words(option.Make), .. Trims.Words(option.Model), .. NameWords.Of(option.Model), .. Normaliser.Read(option.Model).Tokens.Select(token => token.Text), "kwh"];

    /// <summary>The places of tokens that carry something, outside the cue.</summary>
    private static List<int> Content(Utterance utterance, PhraseHit cue)
    {
        var content = new List<int>();
        for (var i = 0; i < utterance.Count; i++)
        {
            if ((i < cue.Start || i >= cue.End) && !CueWords.Fillers.Contains(utterance.Tokens[i].Text))
            {
                content.Add(i);
            }
        }
        return content;
    }
}
