using System.Diagnostics;
using System.Text.Json;

namespace SmartFlexBot.Mutation;

/// <summary>A class of tests: how long it takes without a fault, and which faults it runs through.</summary>
internal sealed record TestClass(string Name, TimeSpan Takes, IReadOnlySet<int> Covers);

/// <summary>Runs classes of the copy's tests, with one fault or with none.</summary>
internal sealed class Tests(string copy) : IDisposable
{
    private const string Ended = "took too long, or ended badly";
    private const int MostAttempts = 3;

    private static readonly string[] Stopped = ["canceled", "Canceled"];

    /// <summary>So many classes are run by themselves first.</summary>
    private const int Closest = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Quietly = ["-noColor", "-noLogo", "-noAutoReporters"];

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
            for (var attempt = 1; attempt <= MostAttempts && await RunAsync(fault, [.. some]) is { } by; attempt++)
            {
                if (by == Ended ? attempt > 1 : await IsNewsAsync(fault, by))
                {
                    return by;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Alone the test fails with the fault and passes without: neither a busy machine nor what an earlier fault left made it fail.
    /// </summary>
    private async Task<bool> IsNewsAsync(Fault fault, string by)
    {
        string[] alone = ["-method", by.Split('(')[0]];
        if (await RunAsync(fault, alone, Patience) is not null)
        {
            return await PassesAsync(alone);
        }

        Loop.Dispose();
        return false;
    }

    /// <summary>Without a fault; in a fresh process too, for what this one has worked out once may come of a fault.</summary>
    private async Task<bool> PassesAsync(string[] alone)
    {
        if (await RunAsync(null, alone, Patience) is null)
        {
            return true;
        }

        Loop.Dispose();
        return await RunAsync(null, alone, Patience) is null;
    }

    public void Dispose() => _loop?.Dispose();

    private Task<string?> RunAsync(Fault fault, IReadOnlyCollection<TestClass> classes) => RunAsync(
        fault, [.. classes.SelectMany(each => new[] { "-class", each.Name })],
        TimeSpan.FromSeconds(60) + (3 * classes.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Takes)));

    private async Task<string?> RunAsync(Fault? fault, IReadOnlyCollection<string> chosen, TimeSpan limit)
    {
        if (fault?.IsOnce == true)
        {
            // What a process works out once was worked out without the fault.
            Loop.Dispose();
        }

        var results = Path.GetTempFileName();
        var run = await Loop.RunAsync(fault?.Id ?? 0, [.. Quietly, "-stopOnFail", "-result-ctrf", results, .. chosen], limit);
        var report = await File.ReadAllTextAsync(results);
        File.Delete(results);
        if (fault?.IsOnce == true)
        {
            Loop.Dispose();
        }

        if (run.ExitCode is 0)
        {
            return null;
        }

        if (Failed(report) is { } test)
        {
            return test;
        }

        Loop.Dispose();
        return Ended;
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
            IsStopped: test.TryGetProperty("message", out var message) && Stopped.Any(message.ToString().Contains)));
        return failed.OrderBy(test => test.IsStopped).FirstOrDefault().Name;
    }
}
