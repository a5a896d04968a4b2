using SmartFlexBot.Benchmarks;

const string usage = """
    Usage: startup | directline
      startup      time from process start to the first page, and memory when idle: 5 runs, medians
      directline   turns a second through Direct Line, from the posted activity to the bot's reply over the WebSocket
    """;

Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion.Platform}, .NET {Environment.Version}, host built as {HostProcess.Configuration}");
switch (args)
{
    case ["startup"]:
        await StartupBenchmark.RunAsync();
        return 0;
    case ["directline"]:
        await DirectLineBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}
