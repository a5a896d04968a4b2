using System.Diagnostics;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>
/// A bot behind /api/messages as a process of its own. It prints its address first and ends when its standard input is closed.
/// </summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BotProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Time on a processor since the start: unlike the time on the wall it hardly feels what else the machine is doing.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    /// <summary>Our probe bot on its durable store.</summary>
    /// <param name="binaries">artifacts/bin of another checkout; this one's when null.</param>
    public static Task<BotProcess> StartOursAsync(string database, string? binaries = null)
    {
        var folder = Path.Combine(binaries ?? Folders.Binaries, "SmartFlexBot.ProbeBot", Folders.Configuration);
        return StartAsync(new("dotnet", [Path.Combine(folder, "SmartFlexBot.ProbeBot.dll"), $"--Store:Path={database}"]));
    }

    /// <summary>The same flow on botbuilder, with MemoryStorage.</summary>
    public static Task<BotProcess> StartPeerAsync() =>
        StartAsync(new("node", [Path.Combine(Folders.Peer, "server.mjs")]) { Environment = { ["NODE_ENV"] = "production" } });

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<BotProcess> StartAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        var process = Process.Start(start)!;
        const string announcement = "Now listening on: ";
        return await process.StandardOutput.ReadLineAsync() is { } line && line.StartsWith(announcement, StringComparison.Ordinal)
            ? new(process, new Uri(line[announcement.Length..]))
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not start.");
    }
}
