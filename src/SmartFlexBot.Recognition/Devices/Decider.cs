using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <param name="Mention">What is taken; null when nothing or several.</param>
/// <param name="Offers">What to offer instead of a model.</param>
/// <param name="NotOffered">What was named that the tenant does not have; null when nothing was.</param>
internal readonly record struct Decision(Mention? Mention, IReadOnlyList<CatalogueEntry> Offers, Mention? NotOffered = null);

/// <summary>From the mentions of one kind to what is taken: drops what was denied or replaced, and offers where several remain.</summary>
internal static class Decider
{
    public static Decision Decide(Analysis analysis, List<Mention> all, DeviceKind kind)
    {
        var mentions = all.Where(mention => mention.Kind == kind).ToList();
        if (mentions.Count > 1)
        {
            Drop(mentions, mention => IsDenied(analysis, mention) || Contrast.Is(analysis, mentions, mention));
            Drop(mentions, mention => IsAfter(analysis, CueWords.Sold, mention));
            Drop(mentions, mention => mentions.Exists(other => Replacement.Is(analysis, mention, other)));
            Drop(mentions, mention => IsOfOtherMake(analysis, mentions, mention));
            LeftOverWords.Drop(analysis, mentions);
            Drop(mentions, mention => mention.IsMakeOnly);
        }
        else
        {
            mentions.RemoveAll(mention => IsOfOtherBrand(analysis, mention));
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

    /// <summary>"mercedes glc 300e": whatever model it is, it is none of another make. But "or a zoe" is no ORA.</summary>
    private static bool IsOfOtherMake(Analysis analysis, List<Mention> mentions, Mention mention) =>
        IsOfOtherBrand(analysis, mention)
        || !mention.HasOwnMake && mentions.Exists(make => make is { IsMakeOnly: true, IsExact: true } && make.Make != mention.Make
            && !analysis.HasCueWithin(CueWords.Or, make.Start, make.End) && IsDirectlyAfter(analysis, make.End, mention));

    /// <summary>The same with a make that the market's catalogue lacks.</summary>
    private static bool IsOfOtherBrand(Analysis analysis, Mention mention) =>
        !mention.HasOwnMake && analysis.All(mention.Kind == DeviceKind.ElectricVehicle ? CueWords.OtherBrand : CueWords.OtherCharger)
            .Any(brand => IsDirectlyAfter(analysis, brand.End, mention));

    private static bool IsDirectlyAfter(Analysis analysis, int end, Mention mention) =>
        mention.Start - end is >= 0 and <= 2
        && !(mention.Fit > Fit.Part && analysis.HasCueWithin(CueWords.And, end, mention.Start))
        && !analysis.HasCueWithin(CueWords.Or, end, mention.Start)
        && !Enumerable.Range(end, mention.Start - end + 1).Any(token => analysis.Utterance.Tokens[token].AfterBreak);

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
        if (described.IsOneFamily && !ReferenceEquals(described, mention))
        {
            var index = all.FindIndex(other => other.Start == mention.Start);
            described = VariantResolver.Resolve(analysis, [.. all[..index], described, .. all[(index + 1)..]], index);
        }
        return Matching.Of(analysis, described);
    }

    private static Decision Several(Analysis analysis, List<List<Mention>> groups)
    {
        var families = groups.SelectMany(group => group[0].Families).Distinct().ToArray();
        var narrowed = groups[0][0] with { Families = families };
        var described = Bodies.Narrow(analysis, narrowed);
        if (described.IsOneFamily)
        {
            var meant = groups.SelectMany(group => group).First(mention => mention.Families.Contains(described.Families[0]));
            return Matching.Of(analysis, meant with { Families = described.Families, Make = described.Make, IsExact = false });
        }
        var makes = groups.Select(group => group[0].Make).Distinct().ToList();
        var oneOfThem = makes is [>= 0]
            && (analysis.HasCueWithin(CueWords.Or, groups[0][0].End, groups[^1][0].Start) || groups[0][0].IsBeside(groups[^1][0]));
        var variants = groups.Where(group => group[0].Device >= 0).Select(group => group[0].Device).ToArray();
        var offers = Offers.Of(analysis, families, variants);
        var lacking = groups.Find(group => Offers.Of(analysis, group[0].Families).Count == 0)?[0];
        return new(oneOfThem && offers.Count > 0 ? narrowed with { Families = [], Device = -1 } : null, offers, lacking);
    }
}
