using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>A line made fit to draw: within the day, in order, neighbours of one price joined. Gaps stay gaps.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<PriceStep> Steps)
{
    public const int MinutesOfDay = 24 * 60;

    private const int MostLabels = 4;

    public static ChartLine Of(PriceLine line)
    {
        var steps = new List<PriceStep>();
        foreach (var step in line.Steps.Select(Clip).Where(step => step.ToMinute > step.FromMinute).OrderBy(step => step.FromMinute))
        {
            if (steps is [.., var last] && last.ToMinute == step.FromMinute && last.Label == step.Label && last.Amount == step.Amount)
            {
                steps[^1] = last with { ToMinute = step.ToMinute };
            }
            else
            {
                steps.Add(step);
            }
        }

        return new(line.Name, steps);
    }

    /// <summary>
    /// The steps whose prices are written, the widest first: each price once. Of many prices, as half-hourly tariffs have them, the
    /// lowest and the highest: the others would not be readable.
    /// </summary>
    public IReadOnlyList<PriceStep> Labelled()
    {
        var widest = Steps.OrderByDescending(step => step.ToMinute - step.FromMinute).DistinctBy(step => step.Label).ToList();
        if (widest.Count <= MostLabels)
        {
            return widest;
        }

        return [widest.MaxBy(step => step.Amount)!, widest.MinBy(step => step.Amount)!];
    }

    private static PriceStep Clip(PriceStep step) =>
        step with { FromMinute = Math.Clamp(step.FromMinute, 0, MinutesOfDay), ToMinute = Math.Clamp(step.ToMinute, 0, MinutesOfDay) };
}
