using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Finds the variant of a family by the trim words and sizes around its name.</summary>
internal static class VariantResolver
{
    private const int Before = 4;
    private const int After = 9;
    private const int MostFamilies = 8;
    private const decimal SizeTolerance = 1.05m;

    /// <summary>Looks between the mentions before and after this one.</summary>
    public static Mention Resolve(Analysis analysis, List<Mention> mentions, int index)
    {
        var mention = mentions[index];
        var from = Math.Max(index > 0 ? mentions[index - 1].End : 0, mention.Start - Before);
        var to = Math.Min(index + 1 < mentions.Count ? mentions[index + 1].Start : analysis.Utterance.Count, mention.End + After);
        if (to > mention.End && to < analysis.Utterance.Count && analysis.Utterance.Tokens[to - 1].Text == "n")
        {
            // "ioniq 5 n hypervolt": and
            to--;
        }
        var hasVariants = !mention.IsOneFamily || analysis.Families[mention.Families[0]].Variants.Length > 0;
        if (from >= to || mention.IsMakeOnly || mention.Families.Length > MostFamilies || !hasVariants)
        {
            return mention;
        }
        if (ByNameWords(analysis, mention, from, to) is [var named])
        {
            mention = mention with { Families = [named], Make = analysis.Families[named].Make };
        }
        var found = mention.Families.Select(family => (Family: family, Devices: Best(analysis, family, from, to, mention))).ToList();
        if (mention.Device >= 0)
        {
            return Longer(analysis, mention, found[0].Devices);
        }
        var narrowed = found.Where(entry => entry.Devices.Count > 0).ToList();
        if (narrowed is not [var (family, devices)] || devices.Count > 1 && mention.IsOneFamily)
        {
            return mention;
        }
        return mention with { Families = [family], Make = analysis.Families[family].Make, Device = devices.Count == 1 ? devices[0] : -1 };
    }

    /// <summary>The variants of a known family that the whole utterance points to; for corrections ("no, the long range one").</summary>
    public static List<int> OfKnownFamily(Analysis analysis, int family) => Best(analysis, family, 0, analysis.Utterance.Count, null);

    /// <summary>Of several families, those whose remaining words are said elsewhere: "the wall connector, third generation".</summary>
    private static List<int> ByNameWords(Analysis analysis, Mention mention, int from, int to)
    {
        if (mention.IsOneFamily)
        {
            return [];
        }
        var words = ZoneWords.Read(analysis, from, to);
        var said = ZoneWords.Written(analysis, mention.NameStart, mention.NameEnd);
        return [.. mention.Families.Where(IsRestSaid)];

        bool IsRestSaid(int family) =>
            analysis.Families[family].Words.Except(said).ToList() is { Count: > 0 } rest && rest.TrueForAll(words.Contains);
    }

    private static Mention Longer(Analysis analysis, Mention mention, List<int> devices)
    {
        var own = analysis.Devices[mention.Device];
        return devices is [var device] && device != mention.Device && analysis.Devices[device].Marks.Any(IsMoreThanOwn)
            ? mention with { Device = device }
            : mention;

        bool IsMoreThanOwn(string[] mark) => own.Marks.Any(shorter => shorter.Length < mark.Length && shorter.All(mark.Contains));
    }

    private static List<int> Best(Analysis analysis, int family, int from, int to, Mention? mention)
    {
        var variants = analysis.Families[family].Variants;
        if (variants.Length == 0)
        {
            return [];
        }
        var words = ZoneWords.Read(analysis, from, to, mention is { Fit: Fit.Alias } or { Device: >= 0 } ? null : mention);
        var inName = mention is { Fit: Fit.Alias, Device: < 0 } ? ZoneWords.Written(analysis, mention.NameStart, mention.NameEnd) : [];
        VariantNumbers.Add(analysis, analysis.Families[family], words, mention);
        var best = new List<int>();
        var most = 0;
        foreach (var variant in variants)
        {
            var covered = analysis.Devices[variant].Marks.Where(mark => Covers(words, inName, analysis, family, mark));
            var score = covered.Select(mark => mark.Length).DefaultIfEmpty().Max();
            if (score > most)
            {
                (most, best) = (score, []);
            }
            if (score > 0 && score == most)
            {
                best.Add(variant);
            }
        }
        var sizes = ZoneWords.Sizes(analysis, from, to);
        if (best.Count == 0 && words.Remove("extendedrange") && words.Add("longrange"))
        {
            // Makers have one or the other, and customers either word.
            return [.. variants.Where(variant => analysis.Devices[variant].Marks.Any(mark => mark is ["longrange"]))];
        }
        if (best.Count == 0)
        {
            return [.. variants.Where(variant => Fits(analysis.Devices[variant].Size, sizes))];
        }
        var sized = best.Where(variant => Fits(analysis.Devices[variant].Size, sizes)).ToList();
        return best.Count > 1 && sized.Count > 0 ? sized : best;
    }

    private static bool Fits(decimal? size, List<decimal> sizes) =>
        size is { } known && sizes.Exists(said => Math.Abs(said - known) < SizeTolerance);

    /// <summary>
    /// Words of an alias of the family ("gt line") tell a variant only if they are all its own: the GT-Line is no GT.
    /// </summary>
    private static bool Covers(HashSet<string> words, HashSet<string> inName, Analysis analysis, int family, string[] mark)
    {
        if (!mark.All(words.Contains))
        {
            return false;
        }
        if (!mark.All(inName.Contains))
        {
            return true;
        }
        var own = analysis.Families[family].Words;
        var make = NameWords.Of(analysis.Makes[analysis.Families[family].Make].Name);
        return inName.Where(word => !own.Contains(word) && !make.Contains(word)).All(mark.Contains);
    }
}
