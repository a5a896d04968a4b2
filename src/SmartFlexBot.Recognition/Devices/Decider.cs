using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <param name="Mention">What is taken; null when nothing or several.</param>
/// <param name="Offers">What to offer instead of a model.</param>
internal readonly record struct Decision(Mention? Mention, IReadOnlyList<CatalogueEntry> Offers);

/// <summary>From the mentions of one kind to what is taken: drops what was denied or replaced, and offers where several remain.</summary>
internal static class Decider
{
    public static Decision Decide(Analysis analysis, List<Mention> all, DeviceKind kind)
    {
        var mentions = all.Where(mention => mention.Kind == kind).ToList();
        if (mentions.Count > 1)
        {
            Drop(mentions, mention => IsDenied(analysis, mention));
            Drop(mentions, mention => IsAfter(analysis, CueWords.Sold, mention));
            Drop(mentions, mention => mentions.Exists(other => IsReplaced(analysis, mention, other)));
            Drop(mentions, mention => mention.IsMakeOnly);
        }
        var groups = Group(mentions);
        if (groups.Count > 1)
        {
            groups = Preferred(analysis, groups);
        }
        return groups.Count switch
        {
            0 => new(null, []),
            1 => One(analysis, groups[0][^1] with { Device = groups[0].Max(mention => mention.Device) }, all),
            _ => Several(analysis, groups),
        };
    }

    private static void Drop(List<Mention> mentions, Predicate<Mention> condition)
    {
        if (mentions.Exists(mention => !condition(mention)))
        {
            mentions.RemoveAll(condition);
        }
    }

    /// <summary>"not the home pro"; a "no," at the beginning denies what was understood before, not what follows.</summary>
    private static bool IsDenied(Analysis analysis, Mention mention) =>
        IsAfter(analysis, CueWords.Not, mention, later: true)
        || !analysis.All(CueWords.Not).Any(not => not.Start > 0)
            && IsAfter(analysis, CueWords.Not, mention) && !analysis.Has(CueWords.Correction);

    private static bool IsAfter(Analysis analysis, string cue, Mention mention, bool later = false) =>
        analysis.All(cue).Any(hit => (hit.Start > 0 || !later) && mention.Start - hit.End is >= 0 and <= 2
            && !Enumerable.Range(hit.End, mention.Start - hit.End + 1).Any(token => analysis.Utterance.Tokens[token].AfterBreak));

    private static bool IsReplaced(Analysis analysis, Mention old, Mention now) =>
        old.Start < now.Start
        && analysis.All(CueWords.Swap).Any(swap => swap.Start < old.Start)
        && analysis.All(CueWords.SwapTo).Any(to => to.Start >= old.End && to.End <= now.Start);

    private static List<List<Mention>> Group(List<Mention> mentions)
    {
        var groups = new List<List<Mention>>();
        foreach (var mention in mentions)
        {
            var same = groups.Find(group => group.Exists(mention.IsSameAs));
            if (same is null)
            {
                groups.Add([mention]);
            }
            else if (same[0].Families.Length > mention.Families.Length)
            {
                same[0] = mention;
            }
            else if (same[0].Families.Length == mention.Families.Length)
            {
                same.Add(mention);
            }
        }
        return groups;
    }

    private static List<List<Mention>> Preferred(Analysis analysis, List<List<Mention>> groups)
    {
        var chosen = groups.FindAll(group => group.Exists(mention =>
            analysis.All(CueWords.Choose).Any(choose => mention.Start - choose.End is 0 or 1)));
        if (chosen.Count == 1)
        {
            return chosen;
        }
        var repeated = groups.FindAll(group => group.Count > 1);
        return repeated.Count == 1 ? repeated : groups;
    }

    private static Decision One(Analysis analysis, Mention mention, List<Mention> all)
    {
        var described = Bodies.Narrow(analysis, mention);
        if (described.IsOneFamily)
        {
            var family = analysis.Families[described.Families[0]];
            if (!ReferenceEquals(described, mention))
            {
                var index = all.FindIndex(other => other.Start == mention.Start);
                described = VariantResolver.Resolve(analysis, [.. all[..index], described, .. all[(index + 1)..]], index);
            }
            var uncertain = described.Fit == Fit.Part && described.Device < 0
                && (family.IsHybrid ? !HybridWords.Said(analysis) : IsBareNumber(analysis, described));
            return family.Head < 0 && described.Device < 0 || uncertain
                ? new(described with { Families = [], Device = -1 }, Offers.Of(analysis, [family.Id]))
                : new(described, []);
        }
        var families = described.IsMakeOnly ? analysis.Makes[described.Make].Families(described.Kind) : described.Families;
        var known = described.Make >= 0 ? described with { Families = [] } : null;
        return new(known, described.IsMakeOnly && families.Length > DeviceUtterance.MaximumOffers ? [] : Offers.Of(analysis, families));
    }

    /// <summary>"peugeot 3008" is sold as a petrol car too, and 2008 is a year.</summary>
    private static bool IsBareNumber(Analysis analysis, Mention mention) =>
        !analysis.Has(CueWords.Electric)
        && Enumerable.Range(mention.NameStart, mention.NameEnd - mention.NameStart).All(token => analysis.Utterance.Tokens[token].IsNumber);

    private static Decision Several(Analysis analysis, List<List<Mention>> groups)
    {
        var families = groups.SelectMany(group => group[0].Families).Distinct().ToArray();
        var narrowed = groups[0][0] with { Families = families };
        var described = Bodies.Narrow(analysis, narrowed);
        if (described.IsOneFamily)
        {
            var meant = groups.SelectMany(group => group).First(mention => mention.Families.Contains(described.Families[0]));
            return new(meant with { IsExact = false }, []);
        }
        var makes = groups.Select(group => group[0].Make).Distinct().ToList();
        var oneOfThem = makes is [>= 0] && analysis.HasCueWithin(CueWords.Or, groups[0][0].End, groups[^1][0].Start);
        var variants = groups.Where(group => group[0].Device >= 0).Select(group => group[0].Device).ToArray();
        return new(oneOfThem ? narrowed with { Families = [], Device = -1 } : null, Offers.Of(analysis, families, variants));
    }
}
