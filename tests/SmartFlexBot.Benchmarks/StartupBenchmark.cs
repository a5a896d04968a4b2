namespace SmartFlexBot.Benchmarks;

internal static class StartupBenchmark
{
    private const int Runs = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        var starts = new List<double>();
        var memory = new List<double>();
        for (var run = 1; run <= Runs; run++)
        {
            await using var host = await HostProcess.StartAsync();
            using var idle = new PeriodicTimer(Idle);
            await idle.WaitForNextTickAsync();
            starts.Add(host.FirstPage.TotalSeconds);
            memory.Add(host.ResidentMegabytes);
            Console.WriteLine($"run {run}: first page after {starts[^1]:0.00} s, {memory[^1]:0} MB resident {Idle.TotalSeconds:0} s later");
        }

        Console.WriteLine($"median: first page after {Figures.Median(starts):0.00} s, {Figures.Median(memory):0} MB resident when idle");
    }
}
