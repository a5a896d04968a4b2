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
            var found = Stems(analysis, mention).SelectMany(stem => After(analysis, mention, stem, mentions)).ToList();
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

    private static string[] Stems(Analysis analysis, Mention mention)
    {
        if (mention.IsMakeOnly)
        {
            return [Normaliser.Compact(analysis.Makes[mention.Make].Name)];
        }
        if (!mention.IsOneFamily)
        {
            return [];
        }
        var tokens = Normaliser.Read(analysis.Families[mention.Families[0]].Name).Tokens;
        return tokens.Count > 1 ? [string.Concat(tokens.Take(tokens.Count - 1).Select(token => token.Text))] : [];
    }

    private static IEnumerable<Mention> After(Analysis analysis, Mention mention, string stem, List<Mention> mentions)
    {
        var tokens = analysis.Utterance.Tokens;
        var next = mentions.Where(other => other.Start >= mention.End).Select(other => other.Start).DefaultIfEmpty(tokens.Count).Min();
        for (var i = mention.End; i < Math.Min(next, mention.End + 6); i++)
        {
            var isJoined = HasJoint(analysis, mention.End, i) || HasJoint(analysis, i + 1, i + 2);
            if (isJoined && CanEndAName(tokens, i) && Find(analysis, mention, stem + tokens[i].Text) is { Fit: > Fit.Part } name)
            {
                yield return new(mention.Kind, mention.Make, [name.Family], -1, i, 1, false, Fit.Part);
            }
        }
    }

    private static NameTarget? Find(Analysis analysis, Mention mention, string key) =>
        analysis.Lexicon.Find(key)?.Names.FirstOrDefault(name => name.Fit > Fit.Part && IsOfMake(mention, analysis.Families[name.Family]));

    private static bool IsOfMake(Mention mention, Family family) => family.Make == mention.Make && family.Kind == mention.Kind;

    /// <summary>"or", "and".</summary>
    private static bool HasJoint(Analysis analysis, int start, int end) =>
        analysis.HasCueWithin(CueWords.Or, start, end) || analysis.HasCueWithin(CueWords.And, start, end);

    /// <summary>A number, or a letter that is no word of our languages; "y" is Spanish for "and", but not at the end.</summary>
    private static bool CanEndAName(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsNumber
        || tokens[at].Text.Length == 1 && tokens[at].Text is not ("a" or "i" or "e" or "o" or "y")
        || tokens[at].Text == "y" && at + 1 == tokens.Count;
}
