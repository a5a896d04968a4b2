using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>How near a name stands to a make.</summary>
internal static class Neighbours
{
    /// <summary>"audi a3" is no Andersen A3, and a "Renault Rafale" no misspelt Raval.</summary>
    public static bool IsBesideOtherMake(Analysis analysis, NameSpan span) =>
        (span.Characters <= 3 || span.Cost > 1)
        && analysis.Spans.Exists(other => other.End == span.Start && other.Cost < 2 && other.Entry.IsStrongMake);

    public static int DistanceToMake(Analysis analysis, NameSpan span, int make)
    {
        var nearest = int.MaxValue;
        foreach (var other in analysis.Spans)
        {
            if (other.Entry.Makes.Length == 0 || other.Overlaps(span))
            {
                continue;
            }
            foreach (var target in other.Entry.Makes)
            {
                if (target.Make == make && Gap(analysis, span, other) is var gap && (target.Strength == Strength.Strong || gap == 0))
                {
                    nearest = Math.Min(nearest, gap);
                }
            }
        }
        return nearest;
    }

    /// <summary>0 when nothing stands between, 1 for "electric" alone, else more: "ohme at home" is not beside.</summary>
    public static int Gap(Analysis analysis, NameSpan a, NameSpan b)
    {
        var (first, second) = a.Start < b.Start ? (a, b) : (b, a);
        return (second.Start - first.End) switch
        {
            0 => 0,
            1 when analysis.IsElectric(first.End) => 1,
            var tokens => 1 + tokens,
        };
    }
}
