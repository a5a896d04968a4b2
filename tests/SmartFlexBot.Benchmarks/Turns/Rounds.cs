namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>Two bots measured in turn, so that whatever else the machine does meets both.</summary>
internal static class Rounds
{
    private const int Count = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <returns>The medians of the rounds.</returns>
    public static async Task<(TurnFigures First, TurnFigures Second)> CompareAsync(
        (string Name, Func<TimeSpan, Task<TurnFigures>> Run) first, (string Name, Func<TimeSpan, Task<TurnFigures>> Run) second)
    {
        await first.Run(WarmUp);
        await second.Run(WarmUp);
        var (firsts, seconds) = (new List<TurnFigures>(), new List<TurnFigures>());
        for (var round = 1; round <= Count; round++)
        {
            firsts.Add(await first.Run(Round));
            seconds.Add(await second.Run(Round));
            Console.WriteLine($"round {round}  {first.Name,-14} {firsts[^1]}");
            Console.WriteLine($"         {second.Name,-14} {seconds[^1]}");
        }

        var medians = (TurnFigures.MedianOf(firsts), TurnFigures.MedianOf(seconds));
        Console.WriteLine($"median   {first.Name,-14} {medians.Item1}");
        Console.WriteLine($"         {second.Name,-14} {medians.Item2}");
        return medians;
    }
}
