using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Joins picked makes and names into mentions, and decides the kind where a make has both.</summary>
internal static class MentionBuilder
{
    public static List<Mention> Build(Analysis analysis, List<Candidate> picked)
    {
        var mentions = new List<Mention>();
        foreach (var candidate in picked.Where(candidate => !candidate.IsMake))
        {
            mentions.Add(OfNames(analysis, candidate));
        }
        foreach (var candidate in picked.Where(candidate => candidate.IsMake))
        {
            AddMake(analysis, candidate, mentions);
        }
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        mentions.RemoveAll(part => part.Fit == Fit.Part && !part.IsMakeOnly && mentions.Exists(full => IsWholeNameBeside(part, full)));
        mentions.RemoveAll(part => mentions.Exists(car => IsTrimOf(analysis, part, car)));
        mentions.RemoveAll(shorter => mentions.Exists(longer => IsSameThingSaidLonger(analysis, shorter, longer)));
        return mentions;
    }

    /// <summary>"range rover sport p440e": two names of one make side by side are one car, and the longer tells which.</summary>
    private static bool IsSameThingSaidLonger(Analysis analysis, Mention shorter, Mention longer) =>
        !shorter.IsMakeOnly && !longer.IsMakeOnly && shorter.Kind == longer.Kind && shorter.Make == longer.Make && shorter.IsBeside(longer)
        && (shorter.Length, longer.Start).CompareTo((longer.Length, shorter.Start)) < 0
        && !(IsWhole(analysis, shorter) && !HasSharedWord(analysis, shorter, longer));

    /// <summary>"Kia EV3 Earth": a part of a charger's name is a word of the car before it, unless a charger is spoken of.</summary>
    private static bool IsTrimOf(Analysis analysis, Mention part, Mention car) =>
        part is { Kind: DeviceKind.ChargePoint, Fit: Fit.Part, HasOwnMake: false } && car.Kind == DeviceKind.ElectricVehicle
        && part.Make != car.Make
        && part.Start - car.End is >= 0 and <= 3
        && !analysis.Has(CueWords.Charger) && !analysis.HasCueWithin(CueWords.And, car.End, part.Start)
        && !Enumerable.Range(car.End, part.Start - car.End + 1).Any(token => analysis.Utterance.Tokens[token].AfterBreak);

    /// <summary>"Countryman", of which no more than "Electric" is left out.</summary>
    private static bool IsWhole(Analysis analysis, Mention mention) =>
        mention.Fit > Fit.Part || mention.Families.Any(family => analysis.Families[family].Words
            .Where(word => !CueWords.ElectricWords.Contains(word))
            .All(ZoneWords.Written(analysis, mention.NameStart, mention.NameEnd).Contains));

    private static bool HasSharedWord(Analysis analysis, Mention one, Mention other) =>
        one.Families.Any(a => other.Families.Any(b => analysis.Families[a].Words.Intersect(analysis.Families[b].Words).Any()));

    private static bool IsWholeNameBeside(Mention part, Mention full) =>
        full.Fit > Fit.Part && !full.IsMakeOnly && full.Kind == part.Kind && full.Make != part.Make && full.IsBeside(part)
        && !part.HasOwnMake;

    private static Mention OfNames(Analysis analysis, Candidate candidate)
    {
        var lexicon = analysis.Lexicon;
        var kinds = candidate.Families.Select(family => lexicon.Families[family].Kind).Distinct().ToList();
        var kind = kinds.Count == 1 ? kinds[0] : KindHere(analysis, candidate.Span);
        var families = candidate.Families.Where(family => lexicon.Families[family].Kind == kind).ToArray();
        families = ByPowertrain(analysis, families);
        var makes = families.Select(family => lexicon.Families[family].Make).Distinct().ToList();
        var isExact = candidate.Span.Cost == 0 && candidate.Fit > Fit.Part;
        var make = makes.Count == 1 ? makes[0] : -1;
        return new(kind, make, families, candidate.Device, candidate.Span.Start, candidate.Span.Length, isExact, candidate.Fit);
    }

    /// <summary>"niro plug in" is not the Niro EV, "niro electric" is not the Niro PHEV.</summary>
    private static int[] ByPowertrain(Analysis analysis, int[] families)
    {
        if (families.Length < 2)
        {
            return families;
        }
        var hybrid = HybridWords.Said(analysis);
        var electric = !hybrid && analysis.Has(CueWords.Electric);
        var matching = families.Where(family => analysis.Families[family].IsHybrid ? hybrid : electric).ToArray();
        return matching.Length > 0 ? matching : families;
    }

    private static void AddMake(Analysis analysis, Candidate candidate, List<Mention> mentions)
    {
        var make = analysis.Makes[candidate.Make!.Value.Make];
        var said = candidate.Make.Value.Kind ?? (IsOfCharger(analysis, candidate.Span, make) ? DeviceKind.ChargePoint : null);
        var kind = said
            ?? (!make.Has(DeviceKind.ChargePoint) ? DeviceKind.ElectricVehicle
            : !make.Has(DeviceKind.ElectricVehicle) ? DeviceKind.ChargePoint
            : KindHere(analysis, candidate.Span));
        var own = mentions.FindIndex(mention =>
            mention.Make == make.Id && !mention.IsMakeOnly && (said is null || mention.Kind == kind));
        if (own >= 0)
        {
            mentions[own] = Widen(mentions[own], candidate.Span);
        }
        else if (!mentions.Exists(mention => mention.IsMakeOnly && mention.Make == make.Id && mention.Kind == kind))
        {
            mentions.Add(new(kind, make.Id, [], -1, candidate.Span.Start, candidate.Span.Length, candidate.Span.Cost == 0, Fit.Part));
        }
    }

    /// <summary>
    /// "a charger by BMW", "BMW wallbox": a noun close by says what kind is meant; else a car, unless the charger was asked for.
    /// </summary>
    private static DeviceKind KindHere(Analysis analysis, NameSpan span) =>
        analysis.Context.Asked == AskedFor.ChargePoint || analysis.HasCueWithin(CueWords.Charger, span.Start - 3, span.End + 1)
            ? DeviceKind.ChargePoint
            : DeviceKind.ElectricVehicle;

    /// <summary>"A Model X and a Tesla charger": the noun right behind it says what it is, whatever else of that make is named.</summary>
    private static bool IsOfCharger(Analysis analysis, NameSpan span, Make make) =>
        make.Has(DeviceKind.ChargePoint) && make.Has(DeviceKind.ElectricVehicle)
        && span.End < analysis.Utterance.Count && !analysis.Utterance.Tokens[span.End].AfterBreak
        && analysis.HasCueWithin(CueWords.Charger, span.End, span.End + 1);

    private static Mention Widen(Mention mention, NameSpan make) =>
        make.End == mention.Start ? mention with { Start = make.Start, Length = mention.End - make.Start }
        : mention.End == make.Start ? mention with { Length = make.End - mention.Start }
        : mention;
}
