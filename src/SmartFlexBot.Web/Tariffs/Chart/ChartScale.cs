using System.Globalization;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>The price axis. It always has zero on it: a cut axis makes differences look larger than they are.</summary>
internal sealed record ChartScale(double Bottom, double Top, double Step)
{
    private const int Intervals = 4;

    /// <summary>Share of a step that is kept free above the highest and below the lowest line, for their labels.</summary>
    private const double Headroom = 0.6;

    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    public IEnumerable<double> Ticks =>
        Enumerable.Range(0, (int)Math.Round((Top - Bottom) / Step) + 1).Select(index => Bottom + index * Step);

    public static ChartScale Of(IReadOnlyCollection<decimal> amounts)
    {
        var low = (double)amounts.Append(0).Min();
        var high = (double)amounts.Append(0).Max();
        if (low == high)
        {
            high = 1;
        }

        var rough = (high - low) / Intervals;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = RoundSteps.First(round => round * magnitude >= rough * 0.999) * magnitude;
        var bottom = Math.Floor(low / step) * step;
        var top = Math.Ceiling(high / step) * step;
        if (high > 0 && top - high < Headroom * step)
        {
            top += step;
        }

        if (low < 0 && low - bottom < Headroom * step)
        {
            bottom -= step;
        }

        return new(bottom, top, step);
    }

    /// <summary>Where an amount lies: 0 at the bottom, 1 at the top.</summary>
    public double ShareOf(double amount) => (amount - Bottom) / (Top - Bottom);

    /// <param name="tick">One of <see cref="Ticks"/>; sums of binary fractions are rounded away.</param>
    public string Write(double tick, CultureInfo culture)
    {
        var rounded = Math.Abs(tick) < Step / 1000 ? 0 : tick;
        return Math.Max(Math.Abs(Top), Math.Abs(Bottom)) >= 1e6 || Step < 1e-4
            ? rounded.ToString("0.###E+0", culture)
            : rounded.ToString("#,0.#####", culture);
    }
}
