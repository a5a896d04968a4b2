namespace SmartFlexBot.Benchmarks.Turns;

/// <param name="Median">Milliseconds from the post to the reply.</param>
/// <param name="P95">The same, exceeded by one in twenty.</param>
/// <param name="P99">The same, exceeded by one in a hundred.</param>
/// <param name="Processor">Milliseconds of processor time a turn, over all cores.</param>
/// <param name="ResidentMegabytes">Of the bot's process, at the end.</param>
internal sealed record TurnFigures(double PerSecond, double Median, double P95, double P99, double Processor, double ResidentMegabytes)
{
    /// <param name="turns">Milliseconds of each turn.</param>
    public static TurnFigures Of(List<double> turns, TimeSpan elapsed, TimeSpan processor, double residentMegabytes) => new(
        turns.Count / elapsed.TotalSeconds,
        Figures.Median(turns),
        Figures.Percentile(turns, 0.95),
        Figures.Percentile(turns, 0.99),
        processor.TotalMilliseconds / turns.Count,
        residentMegabytes);

    public static TurnFigures MedianOf(IReadOnlyCollection<TurnFigures> rounds) => new(
        Figures.Median(rounds.Select(round => round.PerSecond)),
        Figures.Median(rounds.Select(round => round.Median)),
        Figures.Median(rounds.Select(round => round.P95)),
        Figures.Median(rounds.Select(round => round.P99)),
        Figures.Median(rounds.Select(round => round.Processor)),
        Figures.Median(rounds.Select(round => round.ResidentMegabytes)));

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{PerSecond,6:0} turns/s   p50 {Median,6:0.0} ms   p95 {P95,6:0.0} ms   p99 {P99,6:0.0} ms   "
        + $"{Processor:0.000} ms CPU a turn   {ResidentMegabytes,4:0} MB");
}
