using System.Diagnostics;
using System.Globalization;

namespace SmartFlexBot.Mutation;

/// <summary>What a run of tests left.</summary>
/// <param name="ExitCode">0 when all passed; null when it took too long or its process ended.</param>
/// <param name="Covered">The faults that it ran through.</param>
internal sealed record TestRun(int? ExitCode, IReadOnlySet<int> Covered);

/// <summary>The copy's tests in one process for many faults. A process that hangs or ends is replaced by the next.</summary>
internal sealed class TestLoop(string runner, string folder) : IDisposable
{
    private Process? _process;

    public async Task<TestRun> RunAsync(int fault, IEnumerable<string> arguments, TimeSpan limit)
    {
        _process ??= Start();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(string.Join('\t', [fault.ToString(CultureInfo.InvariantCulture), .. arguments]));
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Split('\t') is ["MUTATION", var code, var covered])
                {
                    return new(Number(code), covered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToHashSet());
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
        }

        Dispose();
        return new(null, new HashSet<int>());
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        _process = null;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [runner, "loop"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
