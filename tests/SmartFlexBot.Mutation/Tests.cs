using System.Diagnostics;
using System.Text.Json;

namespace SmartFlexBot.Mutation;

/// <summary>A class of tests: how long it takes without a fault, and which faults it runs through.</summary>
internal sealed record TestClass(string Name, TimeSpan Takes, IReadOnlySet<int> Covers);

/// <summary>Runs classes of the copy's tests, with one fault or with none.</summary>
internal sealed class Tests(string copy) : IDisposable
{
    private const string Late = "took too long";

    /// <summary>So many classes are run by themselves first.</summary>
    private const int Closest = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Quietly = ["-noColor", "-noLogo", "-noAutoReporters"];
    private static readonly string[] Waits = ["TimeoutException", "canceled", "Canceled", "timed out"];

    private readonly string _runner = Path.Combine(copy, "artifacts/bin/SmartFlexBot.Tests/debug/SmartFlexBot.Tests.dll");
    private TestLoop? _loop;

    private TestLoop Loop => _loop ??= new(_runner, copy);

    public async Task<IReadOnlyList<string>> ClassesAsync(Area area)
    {
        var patterns = area.Tests.SelectMany(pattern => new[] { "-class", $"SmartFlexBot.Tests.{pattern}" });
        var (_, output) = await Processes.RunAsync("dotnet", [_runner, "-list", "classes/json", .. Quietly, .. patterns], copy, Patience);
        return JsonSerializer.Deserialize<string[]>(output[output.IndexOf('[', StringComparison.Ordinal)..])!;
    }

    /// <summary>A class that fails without a fault can tell nothing: null.</summary>
    public async Task<TestClass?> LookAsync(string name)
    {
        var watch = Stopwatch.StartNew();
        var run = await Loop.RunAsync(0, [.. Quietly, "-class", name], Patience);
        return run.ExitCode == 0 ? new TestClass(name, watch.Elapsed, run.Covered) : null;
    }

    /// <summary>First by the classes that run through little else: most faults are noticed there, and the others need not run.</summary>
    /// <returns>The test that noticed, or what else told of the fault; null when nothing did.</returns>
    public async Task<string?> NoticeAsync(Fault fault, IEnumerable<TestClass> classes)
    {
        foreach (var some in classes.OrderBy(each => each.Covers.Count).Index().GroupBy(each => each.Index < Closest, each => each.Item))
        {
            // A test that only waited too long may have met a busy machine: it has to do so twice.
            var by = await RunAsync(fault, [.. some]);
            if (by?.StartsWith(Late, StringComparison.Ordinal) == true)
            {
                by = await RunAsync(fault, [.. some]);
            }

            if (by is not null)
            {
                return by;
            }
        }

        return null;
    }

    public void Dispose() => _loop?.Dispose();

    private async Task<string?> RunAsync(Fault fault, IReadOnlyCollection<TestClass> classes)
    {
        if (fault.IsOnce)
        {
            // What a process works out once was worked out without the fault.
            Loop.Dispose();
        }

        var limit = TimeSpan.FromSeconds(60) + (3 * classes.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Takes));
        var results = Path.GetTempFileName();
        var chosen = classes.SelectMany(each => new[] { "-class", each.Name });
        var run = await Loop.RunAsync(fault.Id, [.. Quietly, "-stopOnFail", "-result-ctrf", results, .. chosen], limit);
        var report = await File.ReadAllTextAsync(results);
        File.Delete(results);
        if (fault.IsOnce)
        {
            Loop.Dispose();
        }

        return run.ExitCode is 0 ? null : Failed(report) ?? (run.ExitCode is null ? $"{Late}, or ended" : "ended badly");
    }

    private static string? Failed(string report)
    {
        if (report.Length == 0)
        {
            return null;
        }

        using var json = JsonDocument.Parse(report);
        var tests = json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray();
        var failed = tests.Where(test => test.GetProperty("status").GetString() == "failed").Select(test => (
            Name: test.GetProperty("name").GetString()!,
            IsLate: test.TryGetProperty("message", out var message) && Waits.Any(message.ToString().Contains))).ToList();
        return failed.Find(test => !test.IsLate).Name ?? (failed is [var late, ..] ? $"{Late}: {late.Name}" : null);
    }
}
