using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Decides which of its meanings a span may have here: by the make beside it, the make anywhere, or its own strength.</summary>
internal static class NameResolver
{
    private const int Beside = 1;

    public static List<Candidate> Resolve(Scene scene)
    {
        var candidates = new List<Candidate>();
        foreach (var span in scene.Spans.Where(span => span.Entry.Names.Length > 0))
        {
            if (ResolveName(scene, span) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }
        foreach (var span in scene.Spans.Where(span => span.Entry.Makes.Length > 0))
        {
            foreach (var make in span.Entry.Makes)
            {
                if (MakeResolver.IsMakeHere(scene, span, make, candidates))
                {
                    candidates.Add(new(span, make, [], -1, Fit.Full, false));
                }
            }
        }
        return candidates;
    }

    private static Candidate? ResolveName(Scene scene, NameSpan span)
    {
        var beside = new List<NameTarget>();
        var present = new List<NameTarget>();
        var alone = new List<NameTarget>();
        foreach (var target in span.Entry.Names)
        {
            var make = scene.Lexicon.Families[target.Family].Make;
            var distance = Neighbours.DistanceToMake(scene, span, make);
            if (distance <= Beside)
            {
                beside.Add(target);
            }
            if (distance < int.MaxValue && target.Strength >= Strength.Weak)
            {
                present.Add(target);
            }
            if (StandsAlone(scene, span) && (target.Strength == Strength.Strong && (span.Cost < 2 || target.Fit > Fit.Part) || span.Cost < 2 && scene.IsAllThatIsSaid(span) && (target.Strength == Strength.Weak || IsKnownMake(scene, target))))
            {
                alone.Add(target);
            }
        }
        if (IsFillerBeforeItsMake(scene, span) || beside.Count == 0 && Neighbours.IsBesideOtherMake(scene, span) || IsGenericNoun(scene, span))
        {
            return null;
        }
        return beside.Count > 0 ? Best(scene, span, beside, true) : present.Count > 0 ? Best(scene, span, present, true) : Best(scene, span, alone, false);
    }

    /// <summary>A short word put right, or a letter and a number that were written apart ("a 3"), may be no name at all.</summary>
    private static bool StandsAlone(Scene scene, NameSpan span) =>
        IsLikelyMisspelt(span) && !(span.Characters <= 3 && span.Length == 2 && IsApart(scene, span) && CueWords.Fillers.Contains(scene.Utterance.Atoms[span.Start].Text));

    /// <summary>Most words are a letter or two from some name: the more is wrong, the longer it must be.</summary>
    public static bool IsLikelyMisspelt(NameSpan span) => span.Cost switch
    {
        < 2 => true,
        2 => span.Characters >= 4,
        3 => span.Characters >= 5,
        _ => span.Characters >= 8,
    };

    private static bool IsApart(Scene scene, NameSpan span) =>
        scene.Utterance.Atoms[span.Start].Word != scene.Utterance.Atoms[span.Start + 1].Word
        && char.IsWhiteSpace(scene.Utterance.Source[scene.Utterance.Atoms[span.Start].End]) && scene.Utterance.Atoms[span.End - 1].Text is var last && NameWords.IsNumber(Spoken.Write(last) ?? last);

    /// <summary>"home charger" and "wall charger" are what everybody calls them, whatever a maker calls its model.</summary>
    private static bool IsGenericNoun(Scene scene, NameSpan span) =>
        span.Entry.Names.All(target => target.Strength == Strength.Bound) && scene.HasCueWithin(CueWords.Charger, span.Start, span.End)
        && !span.Entry.Names.Any(target => target.Fit == Fit.Full && Neighbours.DistanceToMake(scene, span, scene.Lexicon.Families[target.Family].Make) == 0 && span.Length > 1);

    private static Candidate? Best(Scene scene, NameSpan span, List<NameTarget> targets, bool supported)
    {
        if (targets.Count == 0)
        {
            return null;
        }
        var fit = targets.Max(target => target.Fit);
        var best = targets.Where(target => target.Fit == fit).ToList();
        var line = fit == Fit.Part ? best : WholeLine(scene, best[0], targets);
        var families = (line ?? best).Select(target => target.Family).Distinct().ToArray();
        var device = families.Length == 1 && best.Count == 1 ? best[0].Device : -1;
        return new(span, null, families, device, fit, supported);
    }

    /// <summary>"e-tron" is a model, but ends the names of a whole line of others: saying it says the line.</summary>
    private static List<NameTarget>? WholeLine(Scene scene, NameTarget full, List<NameTarget> targets)
    {
        var own = scene.Lexicon.Families[full.Family];
        var line = targets.Where(target => scene.Lexicon.Families[target.Family].Make == own.Make && scene.Lexicon.Families[target.Family].Kind == own.Kind).ToList();
        return full.Fit == Fit.Full && line.Count(target => target.IsTail) > 1 ? line : null;
    }

    /// <summary>"my tesla" is a Tesla; only "tesla my" could be a Model Y.</summary>
    private static bool IsFillerBeforeItsMake(Scene scene, NameSpan span) =>
        span.Length == 1 && CueWords.Fillers.Contains(scene.Utterance.Atoms[span.Start].Text)
        && !scene.Spans.Exists(other => other.End == span.Start && other.Entry.Makes.Length > 0);

    private static bool IsKnownMake(Scene scene, NameTarget target)
    {
        var family = scene.Lexicon.Families[target.Family];
        var known = family.Kind == DeviceKind.ElectricVehicle ? scene.Context.Vehicle : scene.Context.ChargePoint;
        return known is not null && MakeNames.KeyOf(known.Make) == MakeNames.KeyOf(scene.Lexicon.Makes[family.Make].Name);
    }
}
