using BenchmarkDotNet.Running;
using SmartFlexBot.Benchmarks;

const string usage = """
    Usage: startup | directline | recognisers [BenchmarkDotNet options]
      startup      time from process start to the first page, and memory when idle: 5 runs, medians
      directline   turns a second through Direct Line, from the posted activity to the bot's reply over the WebSocket
      recognisers  what people type, recognised, beside the naive way
    """;

switch (args)
{
    case ["startup"]:
        HostProcess.DescribeMachine();
        await StartupBenchmark.RunAsync();
        return 0;
    case ["directline"]:
        HostProcess.DescribeMachine();
        await DirectLineBenchmark.RunAsync();
        return 0;
    case ["recognisers", .. var options]:
        BenchmarkRunner.Run<RecogniserBenchmark>(args: options);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}
