using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SmartFlexBot.Benchmarks.Micro;

internal static class MicroBenchmarks
{
    /// <param name="options">BenchmarkDotNet's own, such as --filter; all of them run when there is none.</param>
    public static void Run(string[] options)
    {
        // In this process: BenchmarkDotNet's own project for a separate one does not know this repository's build settings.
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Folders.Repository, "artifacts/benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly)
            .Run(options.Length == 0 ? ["--filter", $"{typeof(MicroBenchmarks).Namespace}.*"] : options, config);
    }
}
