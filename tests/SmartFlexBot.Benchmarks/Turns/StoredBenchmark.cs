using System.Globalization;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>
/// What a turn costs in a database with many stored conversations against one with few. Customers come back to random ones.
/// </summary>
internal static class StoredBenchmark
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("smartflexbot-benchmark-");
        try
        {
            var (small, large) = (Path.Combine(folder.FullName, "small.db"), Path.Combine(folder.FullName, "large.db"));
            await StoredConversations.WriteOneAsync(small);
            File.Copy(small, large);
            await StoredConversations.MultiplyAsync(small, Few);
            await StoredConversations.MultiplyAsync(large, Many);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Few:N0} conversations are {Megabytes(small):0} MB, {Many:N0} are {Megabytes(large):0} MB"));

            await using var smallBot = await BotProcess.StartOursAsync(small);
            await using var largeBot = await BotProcess.StartOursAsync(large);
            using var few = new TurnLoad(smallBot, customer => Random(customer, Few));
            using var many = new TurnLoad(largeBot, customer => Random(customer, Many));
            var (fewFigures, manyFigures) = await Rounds.CompareAsync(("1,000 stored", few.RunAsync), ("100,000 stored", many.RunAsync));
            Console.WriteLine(
                $"ratio    a turn takes {fewFigures.PerSecond / manyFigures.PerSecond:0.00} times as long, "
                + $"CPU {manyFigures.Processor / fewFigures.Processor:0.00} times");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each customer has a share of the conversations: two at once in the same one would disturb each other.</summary>
    private static string Random(int customer, int count) =>
        StoredConversations.Id((System.Random.Shared.Next(count / TurnLoad.AtOnce) * TurnLoad.AtOnce) + customer);

    private static double Megabytes(string file) => new FileInfo(file).Length / 1024d / 1024d;
}
