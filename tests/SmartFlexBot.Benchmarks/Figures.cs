namespace SmartFlexBot.Benchmarks;

internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    /// <param name="share">From 0 to 1.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
