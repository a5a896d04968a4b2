using BenchmarkDotNet.Running;
using SmartFlexBot.Benchmarks;

// One class per benchmark; its short name is what follows "--" on the command line.
var benchmarks = new Dictionary<string, Type>
{
    ["recognisers"] = typeof(RecogniserBenchmark),
};

if (args is not [var name, ..] || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/SmartFlexBot.Benchmarks -- {string.Join("|", benchmarks.Keys)} [BenchmarkDotNet options]");
    return 2;
}
BenchmarkRunner.Run(benchmark, args: args[1..]);
return 0;
