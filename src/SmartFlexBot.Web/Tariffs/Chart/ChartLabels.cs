using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>
/// Finds places for labels: near their line, inside the plot, apart from each other and off the lines where that is possible.
/// </summary>
/// <param name="plot">Labels stay inside.</param>
/// <param name="lines">What the lines cover.</param>
internal sealed class ChartLabels(SKRect plot, IReadOnlyList<SKRect> lines)
{
    private const float Gap = 10;

    private static readonly float[] Shares = [0.5f, 0.4f, 0.6f, 0.3f, 0.7f, 0.2f, 0.8f, 0.1f, 0.9f, 0, 1];

    private readonly List<SKRect> _placed = [];

    /// <param name="from">Where the step begins, and <paramref name="to"/> where it ends.</param>
    /// <param name="y">The step's height.</param>
    /// <returns>The label's place; null when it would hide another label.</returns>
    public SKRect? Place(float from, float to, float y, SKSize size)
    {
        SKRect? best = null;
        var least = double.MaxValue;
        foreach (var place in Places(from, to, y, size))
        {
            var cost = Cost(place, from, to, y);
            if (cost >= least)
            {
                continue;
            }

            (best, least) = (place, cost);
        }

        if (best is { } found)
        {
            _placed.Add(found);
        }

        return best;
    }

    private IEnumerable<SKRect> Places(float from, float to, float y, SKSize size)
    {
        var room = to - from - size.Width - 2 * Gap;
        float[] lefts = room <= 0
            ? [(from + to - size.Width) / 2, from, to - size.Width]
            : [.. Shares.Select(share => from + Gap + room * share)];
        float[] tops =
        [
            y - Gap - size.Height, y + Gap,
            y - Gap - 2 * size.Height, y + Gap + size.Height,
            y - Gap - 3 * size.Height, y + Gap + 2 * size.Height,
        ];
        foreach (var top in tops)
        {
            foreach (var left in lefts)
            {
                var inside = Math.Clamp(left, plot.Left + Gap, Math.Max(plot.Left + Gap, plot.Right - Gap - size.Width));
                var place = SKRect.Create(inside, top, size.Width, size.Height);
                if (place.Top >= plot.Top && place.Bottom <= plot.Bottom && !_placed.Any(place.IntersectsWith))
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>A line under a label is worst, then a label beyond its own step, then distance from the middle.</summary>
    private double Cost(SKRect place, float from, float to, float y)
    {
        var hidden = lines.Sum(line => Area(SKRect.Intersect(place, line)));
        var beyond = Math.Max(0, from - place.Left) + Math.Max(0, place.Right - to);
        return 50 * hidden / place.Height + 2 * beyond + Math.Abs(place.MidY - y) + 0.05 * Math.Abs(place.MidX - (from + to) / 2);
    }

    private static float Area(SKRect rect) => Math.Max(0, rect.Width) * Math.Max(0, rect.Height);
}
