using System.Globalization;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>The words and sizes in a part of the utterance, in the form of <see cref="Device.Marks"/>.</summary>
internal static class ZoneWords
{
    /// <param name="name">The name itself, whose words say nothing about the variant; null to read all.</param>
    public static HashSet<string> Read(Analysis analysis, int from, int to, Mention? name = null)
    {
        var words = new HashSet<string>(8 * (to - from));
        for (var i = from; i < to; i++)
        {
            if (name is not null && i >= name.NameStart && i < name.NameEnd)
            {
                continue;
            }
            foreach (var spelling in analysis.Spellings)
            {
                if (ReferenceEquals(spelling, analysis.Spellings[0]) || !ReferenceEquals(spelling.Tokens[i], analysis.Spellings[0].Tokens[i]))
                {
                    words.Add(spelling.Tokens[i]);
                }
            }
            if (i + 1 < to)
            {
                words.Add(analysis.Utterance.Tokens[i].Text + analysis.Utterance.Tokens[i + 1].Text);
            }
            if (i + 2 < to)
            {
                words.Add(string.Concat(analysis.Utterance.Tokens[i].Text, analysis.Utterance.Tokens[i + 1].Text, analysis.Utterance.Tokens[i + 2].Text));
            }
        }
        foreach (var trim in analysis.TrimHits.Where(hit => hit.Start >= from && hit.End <= to && (name is null || hit.Start >= name.NameEnd || hit.End <= name.NameStart)))
        {
            words.Add(trim.Meaning);
        }
        return words;
    }

    /// <summary>The words alone, each as the lexicon spells it, with trims in one word.</summary>
    public static HashSet<string> Written(Analysis analysis, int from, int to)
    {
        var trims = analysis.TrimHits.Where(hit => hit.Start >= from && hit.End <= to).ToList();
        var words = trims.Select(hit => hit.Meaning).ToHashSet();
        for (var i = from; i < to; i++)
        {
            if (!trims.Exists(hit => hit.Start <= i && i < hit.End))
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
