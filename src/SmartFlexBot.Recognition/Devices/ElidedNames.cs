using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Names of which only the end is said, because the beginning was: "ev 6 or 9", "two teslas, a 3 and a y".</summary>
internal static class ElidedNames
{
    public static void Add(Scene scene, List<Mention> mentions)
    {
        foreach (var mention in mentions.ToList())
        {
            var stems = mention.IsMakeOnly ? [Normaliser.Compact(scene.Lexicon.Makes[mention.Make].Name)] : mention.IsOneFamily ? Stem(scene, mention) : [];
            var found = stems.SelectMany(stem => After(scene, mention, stem, mentions)).ToList();
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

    private static string[] Stem(Scene scene, Mention mention)
    {
        var atoms = Normaliser.Read(scene.Lexicon.Families[mention.Families[0]].Name).Atoms;
        return atoms.Count > 1 ? [string.Concat(atoms.Take(atoms.Count - 1).Select(atom => atom.Text))] : [];
    }

    private static IEnumerable<Mention> After(Scene scene, Mention mention, string stem, List<Mention> mentions)
    {
        var atoms = scene.Utterance.Atoms;
        var next = mentions.Where(other => other.Start >= mention.End).Select(other => other.Start).DefaultIfEmpty(atoms.Count).Min();
        for (var i = mention.End; i < Math.Min(next, mention.End + 6); i++)
        {
            var joined = scene.HasCueWithin(CueWords.Or, mention.End, i) || scene.HasCueWithin(CueWords.And, mention.End, i) || scene.HasCueWithin(CueWords.And, i + 1, i + 2) || scene.HasCueWithin(CueWords.Or, i + 1, i + 2);
            if (!joined || !(atoms[i].IsNumber || atoms[i].Text.Length == 1 && atoms[i].Text is not ("a" or "i" or "e" or "o" or "y") || atoms[i].Text == "y" && i + 1 == atoms.Count))
            {
                continue;
            }
            var target = scene.Lexicon.Find(stem + atoms[i].Text)?.Names.FirstOrDefault(name => name.Fit > Fit.Part && scene.Lexicon.Families[name.Family].Make == mention.Make && scene.Lexicon.Families[name.Family].Kind == mention.Kind);
            if (target is { Fit: > Fit.Part } name)
            {
                yield return new(mention.Kind, mention.Make, [name.Family], -1, i, 1, false, Fit.Part);
            }
        }
    }
}
