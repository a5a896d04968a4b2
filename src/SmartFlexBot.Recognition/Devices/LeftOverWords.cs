using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Words beside a name that no device of that name has: "Kona Hybrid" is no Kona Electric, and "Pulsar Pro" no Pulsar. They make a name
/// doubtful; what else they could mean is not guessed.
/// </summary>
internal static class LeftOverWords
{
    private const int Before = 3;
    private const int After = 6;

    public static Mention Doubt(Analysis analysis, List<Mention> mentions, int index)
    {
        var mention = mentions[index];
        if (!mention.IsOneFamily)
        {
            return mention;
        }
        var from = Math.Max(index > 0 ? mentions[index - 1].End : 0, mention.Start - Before);
        var to = Math.Min(index + 1 < mentions.Count ? mentions[index + 1].Start : analysis.Utterance.Count, mention.End + After);
        return mention with
        {
            IsDoubtful = OtherNumbers.IsBeside(analysis, mention) || (mention.Kind == DeviceKind.ElectricVehicle
                ? IsOtherCar(analysis, mention, from, to)
                : IsOtherCharger(analysis, mention, to)),
        };
    }

    /// <summary>"Schneider EVlink Home Smart": another make's device right behind one is left over from it.</summary>
    public static void Drop(Analysis analysis, List<Mention> mentions)
    {
        for (var at = mentions.Count - 1; at > 0; at--)
        {
            var (first, next) = (mentions[at - 1], mentions[at]);
            if (!next.HasOwnMake && !first.IsMakeOnly && first.End == next.Start && first.Make != next.Make
                && !analysis.Utterance.Tokens[next.Start].AfterBreak)
            {
                mentions[at - 1] = first with { IsDoubtful = first.IsDoubtful || next.IsExact };
                mentions.RemoveAt(at);
            }
        }
    }

    private static bool IsOtherCar(Analysis analysis, Mention mention, int from, int to)
    {
        var family = analysis.Families[mention.Families[0]];
        bool IsSaid(string cue) => analysis.All(cue).Any(hit =>
            hit.Start >= from && hit.End <= to && !IsNegated(analysis, hit) && !IsVerb(analysis, hit));

        return IsSaid(CueWords.Engine)
            || !family.IsHybrid && EngineCodes.IsAnySaid(analysis, from, to, mention)
            || IsSaid(CueWords.Hybrid) && !(family.IsHybrid && (IsPlugIn(analysis) || IsHybridInName(analysis, mention)))
            || family.IsHybrid && IsOtherBadge(analysis, family)
            || IsNumberedFurther(analysis, mention, from, to)
            || mention.Fit == Fit.Part && IsSaid(CueWords.OtherModel);
    }

    /// <summary>"kuga plug-in hybrid", "golf gte": a "kuga hybrid" may be one without a plug.</summary>
    private static bool IsPlugIn(Analysis analysis) => analysis.Has(CueWords.PlugIn) || EngineCodes.IsAnySaid(analysis);

    /// <summary>"Defender hybrid"; but a Kuga is sold as a hybrid without a plug as well.</summary>
    private static bool IsHybridInName(Analysis analysis, Mention mention) =>
        analysis.HasCueWithin(CueWords.Hybrid, mention.NameStart, mention.NameEnd)
        && !analysis.HasCueWithin(CueWords.SelfCharging, mention.NameStart, mention.NameEnd);

    /// <summary>"Golf eHybrid": there is a Golf GTE too, and that was not said.</summary>
    private static bool IsOtherBadge(Analysis analysis, Family family) =>
        CueWords.Phrases.Find(Normaliser.Read(family.Name)).Exists(hit => hit.Meaning == CueWords.Badge) && !analysis.Has(CueWords.Badge);

    /// <summary>An "Enyaq 85x" is no Enyaq 85: a letter that was written to the number, and is not in the variant's name.</summary>
    private static bool IsNumberedFurther(Analysis analysis, Mention mention, int from, int to)
    {
        if (mention.Device < 0)
        {
            return false;
        }
        var own = analysis.Devices[mention.Device].Marks.SelectMany(mark => mark).ToHashSet();
        return analysis.Utterance.Tokens.Zip(analysis.Utterance.Tokens.Skip(1)).Skip(from).Take(to - from).Any(pair =>
            pair.First.IsNumber && own.Contains(pair.First.Text) && pair.Second.Word == pair.First.Word
            && pair.Second.Text is "x" or "s" or "d" or "i" or "t" && !own.Contains(pair.Second.Text));
    }

    private static bool IsOtherCharger(Analysis analysis, Mention mention, int to)
    {
        var tokens = analysis.Utterance.Tokens;
        var next = mention.End;
        if (next >= to || tokens[next].AfterBreak || mention.Device >= 0 && IsOfTheVariant(analysis, mention, tokens[next].Text))
        {
            return false;
        }
        return analysis.HasCueWithin(CueWords.Edition, next, next + 1)
            || analysis.HasCueWithin(CueWords.LastEdition, next, next + 1) && EndsThere(analysis, next + 1)
            || IsGeneration(tokens, next)
            || IsSeries(tokens[next].Text);
    }

    private static bool IsOfTheVariant(Analysis analysis, Mention mention, string word) =>
        analysis.Devices[mention.Device].Marks.Any(mark => mark.Contains(word));

    /// <summary>"P30 b-series": a letter that is no word, nor short for "with" or "version".</summary>
    private static bool IsSeries(string text) => text is "b" or "c" or "f" or "g" or "h" or "k" or "p" or "q" or "r" or "t" or "z";

    /// <summary>"zappi plus a battery" is a zappi.</summary>
    private static bool EndsThere(Analysis analysis, int token) =>
        token == analysis.Utterance.Count
        || analysis.Utterance.Tokens[token] is { AfterBreak: true } or { IsNumber: true }
        || analysis.HasCueWithin(CueWords.Charger, token, token + 1);

    /// <summary>"quasar 2": a small number, that is no power of a charger.</summary>
    private static bool IsGeneration(IReadOnlyList<Token> tokens, int at) =>
        tokens[at] is { IsNumber: true, Text: [>= '1' and <= '6'] } && (at + 1 == tokens.Count || !IsUnit(tokens[at + 1].Text));

    private static bool IsUnit(string text) => text is "kw" or "kwh" or "m" or "x" or "phase" or "phasig" or "years" or "jahre";

    /// <summary>"I plug in at home" says nothing about the car; "a plug-in" does.</summary>
    private static bool IsVerb(Analysis analysis, PhraseHit hit)
    {
        var first = analysis.Utterance.Tokens[hit.Start];
        return hit.Length == 2 && first.Text == "plug" && char.IsWhiteSpace(analysis.Utterance.Source[first.End]);
    }

    /// <summary>"not the hybrid", "no es un híbrido".</summary>
    private static bool IsNegated(Analysis analysis, PhraseHit hit) =>
        analysis.All(CueWords.Not).Any(not => hit.Start - not.End is >= 0 and <= 2);
}
