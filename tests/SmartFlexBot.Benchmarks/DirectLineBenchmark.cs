namespace SmartFlexBot.Benchmarks;

/// <summary>The whole host under the load of a few customers and of more.</summary>
internal static class DirectLineBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    private static readonly int[] AtOnce = [1, 4, 12];

    public static async Task RunAsync()
    {
        await using var host = await HostProcess.StartAsync();
        foreach (var count in AtOnce)
        {
            await using var load = await DirectLineLoad.OpenAsync(host, count);
            await load.RunAsync(WarmUp);
            Console.WriteLine($"{count,2} at once: {await load.RunAsync(Measured)}");
        }

        Console.WriteLine($"{host.ResidentMegabytes:0} MB resident afterwards");
    }
}
