using System.Globalization;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>The words and sizes in a part of the utterance, in the form of <see cref="Device.Marks"/>.</summary>
internal static class ZoneWords
{
    /// <param name="name">The name itself, whose words say nothing about the variant; null to read all.</param>
    public static HashSet<string> Read(Analysis analysis, int from, int to, Mention? name = null)
    {
        var tokens = analysis.Utterance.Tokens;
        var words = new HashSet<string>(8 * (to - from));
        for (var i = from; i < to; i++)
        {
            if (name is not null && i >= name.NameStart && i < name.NameEnd)
            {
                continue;
            }
            foreach (var spelling in analysis.Spellings.Where(spelling => !spelling.IsWildGuess(i)))
            {
                words.Add(spelling.Tokens[i]);
                if (i + 1 < to)
                {
                    words.Add(spelling.Tokens[i] + spelling.Tokens[i + 1]);
                }
            }
            if (i + 2 < to)
            {
                words.Add(tokens[i].Text + tokens[i + 1].Text + tokens[i + 2].Text);
            }
        }
        words.UnionWith(analysis.TrimHits.Where(hit => hit.Start >= from && hit.End <= to && !IsInName(hit)).Select(hit => hit.Meaning));
        return words;

        bool IsInName(PhraseHit hit) => name is not null && hit.Start < name.NameEnd && hit.End > name.NameStart;
    }

    /// <summary>The words alone, each as the lexicon spells it, with trims in one word.</summary>
    public static HashSet<string> Written(Analysis analysis, int from, int to)
    {
        var trims = analysis.TrimHits.Where(hit => hit.Start >= from && hit.End <= to).ToList();
        var words = trims.Select(hit => hit.Meaning).ToHashSet();
        for (var i = from; i < to; i++)
        {
            if (!trims.Exists(hit => hit.Covers(i)))
            {
                words.Add(analysis.Utterance.Tokens[i].Text);
            }
        }
        return words;
    }

    /// <summary>Numbers that are said to be kWh, or written with a decimal.</summary>
    public static List<decimal> Sizes(Analysis analysis, int from, int to)
    {
        var sizes = new List<decimal>();
        for (var i = from; i < to; i++)
        {
            foreach (var spelling in analysis.Spellings)
            {
                if (decimal.TryParse(spelling.Tokens[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && (spelling.Tokens[i].Contains('.') || analysis.HasCueWithin(CueWords.KilowattHours, i + 1, i + 2)))
                {
                    sizes.Add(number);
                }
            }
        }
        return sizes;
    }
}
