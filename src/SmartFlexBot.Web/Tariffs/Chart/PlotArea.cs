using SkiaSharp;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>Where minutes and prices lie on the canvas.</summary>
internal sealed record PlotArea(SKRect Plot, ChartScale Scale)
{
    public float XOf(int minute) => Plot.Left + Plot.Width * minute / ChartLine.MinutesOfDay;

    public float YOf(double amount) => Plot.Bottom - (float)(Plot.Height * Scale.ShareOf(amount));

    /// <summary>The steps as one line, with a new beginning after each gap.</summary>
    public SKPath PathOf(IReadOnlyList<PriceStep> steps)
    {
        using var path = new SKPathBuilder();
        int? end = null;
        foreach (var step in steps)
        {
            var y = YOf((double)step.Amount);
            if (end == step.FromMinute)
            {
                path.LineTo(XOf(step.FromMinute), y);
            }
            else
            {
                path.MoveTo(XOf(step.FromMinute), y);
            }

            path.LineTo(XOf(step.ToMinute), y);
            end = step.ToMinute;
        }

        return path.Detach();
    }

    /// <summary>What <see cref="PathOf"/> covers.</summary>
    public IEnumerable<SKRect> StrokesOf(IReadOnlyList<PriceStep> steps, float stroke)
    {
        PriceStep? before = null;
        foreach (var step in steps)
        {
            var y = YOf((double)step.Amount);
            yield return SKRect.Inflate(new SKRect(XOf(step.FromMinute), y, XOf(step.ToMinute), y), stroke / 2, stroke / 2);
            if (before?.ToMinute == step.FromMinute)
            {
                var (x, other) = (XOf(step.FromMinute), YOf((double)before.Amount));
                yield return SKRect.Inflate(new SKRect(x, Math.Min(y, other), x, Math.Max(y, other)), stroke / 2, stroke / 2);
            }

            before = step;
        }
    }
}
