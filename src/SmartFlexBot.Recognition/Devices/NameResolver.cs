using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Decides which of its meanings a span may have here: by the make beside it, the make anywhere, or its own strength.</summary>
internal static class NameResolver
{
    private const int Beside = 1;

    /// <summary>"s line" is two words short of an Eve Single S-line, and how Audi trims its cars.</summary>
    private const int MostLeftOver = 1;

    public static List<Candidate> Resolve(Analysis analysis)
    {
        var candidates = new List<Candidate>();
        foreach (var span in analysis.Spans.Where(span => span.Entry.Names.Length > 0 && !EndsInAnd(analysis, span)))
        {
            if (ResolveName(analysis, span) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }
        foreach (var span in analysis.Spans.Where(span => span.Entry.Makes.Length > 0))
        {
            foreach (var make in span.Entry.Makes)
            {
                if (MakeResolver.IsMakeHere(analysis, span, make, candidates))
                {
                    candidates.Add(new(span, make, [], -1, Fit.Full, false));
                }
            }
        }
        return candidates;
    }

    /// <summary>"ioniq 5 n hypervolt": on a phone "n" is and, whatever Hyundai calls its fastest.</summary>
    private static bool EndsInAnd(Analysis analysis, NameSpan span) =>
        span.Length > 1 && analysis.Utterance.Tokens[span.End - 1].Text == "n" && analysis.Utterance.IsWordStart(span.End - 1)
        && analysis.Spans.Exists(other => other.Start == span.End && other.Cost < 2 && other.Entry.IsStrongMake);

    private static Candidate? ResolveName(Analysis analysis, NameSpan span)
    {
        var beside = new List<NameTarget>();
        var present = new List<NameTarget>();
        var alone = new List<NameTarget>();
        foreach (var target in span.Entry.Names)
        {
            var make = analysis.Families[target.Family].Make;
            var distance = Neighbours.DistanceToMake(analysis, span, make);
            if (distance <= Beside)
            {
                beside.Add(target);
            }
            if (distance < int.MaxValue && target.Strength >= Strength.Weak)
            {
                present.Add(target);
            }
            if (StandsAlone(analysis, span) && IsNamed(analysis, span, target))
            {
                alone.Add(target);
            }
        }
        var isOtherMakes = beside.Count == 0 && Neighbours.IsBesideOtherMake(analysis, span);
        if (IsFillerBeforeItsMake(analysis, span) || isOtherMakes || IsGenericNoun(analysis, span)
            || IntroducedNames.IsEndOfAnother(analysis, span))
        {
            return null;
        }
        return beside.Count > 0 ? Best(analysis, span, beside, true)
            : present.Count > 0 ? Best(analysis, span, present, true)
            : Best(analysis, span, alone, false);
    }

    private static bool IsNamed(Analysis analysis, NameSpan span, NameTarget target) =>
        IsClear(analysis, span, target) || IsTheWholeAnswer(analysis, span, target) || IntroducedNames.Is(analysis, span, target);

    private static bool IsClear(Analysis analysis, NameSpan span, NameTarget target) =>
        target.Strength == Strength.Strong && (span.Cost < 2 || target.Fit > Fit.Part) && target.LeftOver <= MostLeftOver
        && !IsLetterAndNumberApart(analysis, span);

    /// <summary>"e-208" is a car; "e 2008" is "and 2008" in Italian.</summary>
    private static bool IsLetterAndNumberApart(Analysis analysis, NameSpan span) =>
        span.Length == 2 && analysis.Utterance.Tokens[span.Start].Text.Length == 1 && IsApart(analysis, span);

    private static bool IsTheWholeAnswer(Analysis analysis, NameSpan span, NameTarget target) =>
        span.Cost < 2 && analysis.IsAllThatIsSaid(span)
        && (target.Strength == Strength.Weak || IsLetterAndNumberApart(analysis, span) || IsKnownMake(analysis, target));

    /// <summary>A short word put right, or a letter and a number that were written apart ("a 3"), may be no name at all.</summary>
    private static bool StandsAlone(Analysis analysis, NameSpan span) =>
        IsLikelyMisspelt(span)
        && !(span.Characters <= 3 && span.Length == 2 && IsApart(analysis, span) && analysis.IsFiller(span.Start));

    /// <summary>Most words are a letter or two from some name: the more is wrong, the longer it must be.</summary>
    public static bool IsLikelyMisspelt(NameSpan span) => span.Cost switch
    {
        < 2 => true,
        2 => span.Characters >= 4,
        3 => span.Characters >= 5,
        _ => span.Characters >= 8,
    };

    private static bool IsApart(Analysis analysis, NameSpan span)
    {
        var first = analysis.Utterance.Tokens[span.Start];
        var last = analysis.Utterance.Tokens[span.End - 1].Text;
        return char.IsWhiteSpace(analysis.Utterance.Source[first.End]) && NameWords.IsNumber(Spoken.Write(last) ?? last);
    }

    /// <summary>"home charger" and "wall charger" are what everybody calls them, whatever a maker calls its model.</summary>
    private static bool IsGenericNoun(Analysis analysis, NameSpan span) =>
        span.Entry.Names.All(target => target.Strength == Strength.Bound) && analysis.HasCueWithin(CueWords.Charger, span.Start, span.End)
        && !(span.Length > 1 && span.Entry.Names.Any(target => target.Fit == Fit.Full && IsDirectlyBesideItsMake(analysis, span, target)));

    private static bool IsDirectlyBesideItsMake(Analysis analysis, NameSpan span, NameTarget target) =>
        Neighbours.DistanceToMake(analysis, span, analysis.Families[target.Family].Make) == 0;

    private static Candidate? Best(Analysis analysis, NameSpan span, List<NameTarget> targets, bool supported)
    {
        if (targets.Count == 0)
        {
            return null;
        }
        var fit = targets.Max(target => target.Fit);
        var best = targets.Where(target => target.Fit == fit).ToList();
        var line = fit == Fit.Part ? best : WholeLine(analysis, best[0], targets);
        var families = (line ?? best).Select(target => target.Family).Distinct().ToArray();
        var device = families.Length == 1 && best.Count == 1 ? best[0].Device : -1;
        return new(span, null, families, device, fit, supported);
    }

    /// <summary>"e-tron" is a model, but ends the names of a whole line of others: saying it says the line.</summary>
    private static List<NameTarget>? WholeLine(Analysis analysis, NameTarget full, List<NameTarget> targets)
    {
        var own = analysis.Families[full.Family];
        var line = targets.Where(target => analysis.Families[target.Family].IsOfSameMake(own)).ToList();
        return full.Fit == Fit.Full && line.Count(target => target.IsTail) > 1 ? line : null;
    }

    /// <summary>"my tesla" is a Tesla; only "tesla my" could be a Model Y.</summary>
    private static bool IsFillerBeforeItsMake(Analysis analysis, NameSpan span) =>
        span.Length == 1 && analysis.IsFiller(span.Start)
        && !analysis.Spans.Exists(other => other.End == span.Start && other.Entry.Makes.Length > 0);

    private static bool IsKnownMake(Analysis analysis, NameTarget target)
    {
        var family = analysis.Families[target.Family];
        var known = family.Kind == DeviceKind.ElectricVehicle ? analysis.Context.Vehicle : analysis.Context.ChargePoint;
        return known is not null && MakeNames.KeyOf(known.Make) == MakeNames.KeyOf(analysis.Makes[family.Make].Name);
    }
}
