namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>This build beside that of another checkout, on the same machine in turn: first the probe bot, then the whole host.</summary>
internal static class VersionsBenchmark
{
    private const int Customers = 12;

    /// <param name="checkout">The root of the other checkout, built alike.</param>
    public static async Task RunAsync(string checkout)
    {
        var binaries = Path.Combine(Path.GetFullPath(checkout), "artifacts/bin");
        var folder = Directory.CreateTempSubdirectory("smartflexbot-benchmark-");
        try
        {
            await CompareBotsAsync(folder.FullName, binaries);
            await CompareHostsAsync(binaries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareBotsAsync(string folder, string binaries)
    {
        await using var otherBot = await BotProcess.StartOursAsync(Path.Combine(folder, "other.db"), binaries);
        await using var thisBot = await BotProcess.StartOursAsync(Path.Combine(folder, "this.db"));
        using var other = new TurnLoad(otherBot, customer => $"{customer}-{Guid.NewGuid():N}");
        using var mine = new TurnLoad(thisBot, customer => $"{customer}-{Guid.NewGuid():N}");
        Console.WriteLine("expectReplies, the probe bot:");
        Report(await Rounds.CompareAsync(("other checkout", other.RunAsync), ("this one", mine.RunAsync)));
    }

    private static async Task CompareHostsAsync(string binaries)
    {
        await using var otherHost = await HostProcess.StartAsync(binaries);
        await using var thisHost = await HostProcess.StartAsync();
        await using var other = await DirectLineLoad.OpenAsync(otherHost, Customers);
        await using var mine = await DirectLineLoad.OpenAsync(thisHost, Customers);
        Console.WriteLine("Direct Line, the whole host with the simulator inside:");
        Report(await Rounds.CompareAsync(("other checkout", other.RunAsync), ("this one", mine.RunAsync)));
    }

    private static void Report((TurnFigures Other, TurnFigures This) medians) => Console.WriteLine(
        $"ratio    {medians.This.PerSecond / medians.Other.PerSecond:0.00} times the turns a second, " +
        $"CPU a turn {medians.This.Processor / medians.Other.Processor:0.00} times");
}
