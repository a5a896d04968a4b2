using BenchmarkDotNet.Running;
using SmartFlexBot.Benchmarks;
using SmartFlexBot.Benchmarks.Micro;
using SmartFlexBot.Benchmarks.Sockets;
using SmartFlexBot.Benchmarks.Turns;

const string usage = """
    Usage: startup | directline | journeys | turns | versions <checkout> | stored | sockets | sealing | recognisers
           | micro [BenchmarkDotNet's options]
      startup      time from process start to the first page, and memory when idle: 5 runs, medians
      directline   turns a second through Direct Line, from the posted activity to the bot's reply over the WebSocket
      journeys     onboardings a minute and time from hello to LIVE: 1, 8 and 32 customers at once against the simulator
      turns        turns a second of the probe bot beside npm botbuilder, 32 conversations at once: 5 rounds in turn, medians
      versions     cost of a turn in this build against that of another checkout, probe bot and whole host: 5 rounds in turn, medians
      stored       cost of a turn with 100,000 stored conversations against 1,000: 5 rounds in turn, medians
      sockets      memory with 5,000 open sockets, half of which never read, and after they were closed
      sealing      what sealing and opening its rows costs of a turn: 5 rounds, medians
      recognisers  what people type, recognised, beside the naive way, by BenchmarkDotNet
      micro        card templating, state JSON, dialogs, by BenchmarkDotNet; such as: micro --filter *Dialog*
    """;

Console.WriteLine(
    $"{Environment.ProcessorCount} cores, {Environment.OSVersion.Platform}, .NET {Environment.Version}, "
    + $"hosts built as {Folders.Configuration}");
Console.WriteLine(MachineLoad.Describe());
switch (args)
{
    case ["startup"]:
        await StartupBenchmark.RunAsync();
        break;
    case ["directline"]:
        await DirectLineBenchmark.RunAsync();
        break;
    case ["journeys"]:
        await JourneysBenchmark.RunAsync();
        break;
    case ["turns"]:
        await TurnsBenchmark.RunAsync();
        break;
    case ["versions", var checkout]:
        await VersionsBenchmark.RunAsync(checkout);
        break;
    case ["stored"]:
        await StoredBenchmark.RunAsync();
        break;
    case ["sockets"]:
        await SocketsBenchmark.RunAsync();
        break;
    case ["sealing"]:
        await SealingBenchmark.RunAsync();
        break;
    case ["recognisers", .. var options]:
        BenchmarkRunner.Run<RecogniserBenchmark>(args: options);
        break;
    case ["micro", .. var options]:
        MicroBenchmarks.Run(options);
        break;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}

Console.WriteLine(MachineLoad.Describe());
return 0;
