using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>How near a name stands to a make.</summary>
internal static class Neighbours
{
    /// <summary>"audi a3" is no Andersen A3.</summary>
    public static bool IsBesideOtherMake(Scene scene, NameSpan span) =>
        span.Characters <= 3 && scene.Spans.Exists(other => other.End == span.Start && other.Cost < 2 && Array.Exists(other.Entry.Makes, target => target.Strength == Strength.Strong));

    public static int DistanceToMake(Scene scene, NameSpan span, int make)
    {
        var nearest = int.MaxValue;
        foreach (var other in scene.Spans)
        {
            if (other.Entry.Makes.Length == 0 || other.Overlaps(span))
            {
                continue;
            }
            foreach (var target in other.Entry.Makes)
            {
                if (target.Make == make && Gap(scene, span, other) is var gap && (target.Strength == Strength.Strong || gap == 0))
                {
                    nearest = Math.Min(nearest, gap);
                }
            }
        }
        return nearest;
    }

    /// <summary>How many words of weight stand between, or one for a filler: "ohme at home" is not beside.</summary>
    public static int Gap(Scene scene, NameSpan a, NameSpan b)
    {
        var (first, second) = a.Start < b.Start ? (a, b) : (b, a);
        var atoms = second.Start - first.End;
        return atoms == 0 ? 0 : scene.ContentBetween(first.End, second.Start) == 0 && atoms == 1 && CueWords.ElectricWords.Contains(scene.Utterance.Atoms[first.End].Text) ? 1 : 1 + atoms;
    }
}
