using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Names of which only the end is said, because the beginning was: "ev 6 or 9", "two teslas, a 3 and a y".</summary>
internal static class ElidedNames
{
    public static void Add(Analysis analysis, List<Mention> mentions)
    {
        foreach (var mention in mentions.ToList())
        {
            var stems = mention.IsMakeOnly ? [Normaliser.Compact(analysis.Lexicon.Makes[mention.Make].Name)] : mention.IsOneFamily ? Stem(analysis, mention) : [];
            var found = stems.SelectMany(stem => After(analysis, mention, stem, mentions)).ToList();
            var joined = found.Count + (mention.IsMakeOnly ? 0 : 1);
            if (joined < 2)
            {
                continue;
            }
            mentions.AddRange(found);
            if (mention.IsMakeOnly)
            {
                mentions.Remove(mention);
            }
        }
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private static string[] Stem(Analysis analysis, Mention mention)
    {
        var tokens = Normaliser.Read(analysis.Lexicon.Families[mention.Families[0]].Name).Tokens;
        return tokens.Count > 1 ? [string.Concat(tokens.Take(tokens.Count - 1).Select(token => token.Text))] : [];
    }

    private static IEnumerable<Mention> After(Analysis analysis, Mention mention, string stem, List<Mention> mentions)
    {
        var tokens = analysis.Utterance.Tokens;
        var next = mentions.Where(other => other.Start >= mention.End).Select(other => other.Start).DefaultIfEmpty(tokens.Count).Min();
        for (var i = mention.End; i < Math.Min(next, mention.End + 6); i++)
        {
            var joined = analysis.HasCueWithin(CueWords.Or, mention.End, i) || analysis.HasCueWithin(CueWords.And, mention.End, i) || analysis.HasCueWithin(CueWords.And, i + 1, i + 2) || analysis.HasCueWithin(CueWords.Or, i + 1, i + 2);
            if (!joined || !(tokens[i].IsNumber || tokens[i].Text.Length == 1 && tokens[i].Text is not ("a" or "i" or "e" or "o" or "y") || tokens[i].Text == "y" && i + 1 == tokens.Count))
            {
                continue;
            }
            var target = analysis.Lexicon.Find(stem + tokens[i].Text)?.Names.FirstOrDefault(name => name.Fit > Fit.Part && analysis.Lexicon.Families[name.Family].Make == mention.Make && analysis.Lexicon.Families[name.Family].Kind == mention.Kind);
            if (target is { Fit: > Fit.Part } name)
            {
                yield return new(mention.Kind, mention.Make, [name.Family], -1, i, 1, false, Fit.Part);
            }
        }
    }
}
