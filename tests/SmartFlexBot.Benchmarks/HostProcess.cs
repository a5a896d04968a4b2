using System.Diagnostics;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.Benchmarks;

/// <summary>The built host as a process of its own, as a fresh clone starts it: Development, simulator inside, empty databases.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Plenty = "1000000000";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly string _data;

    private HostProcess(Process process, string data, HttpClient http, TimeSpan firstPage)
    {
        (_process, _data, Http, FirstPage) = (process, data, http, firstPage);
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process until the page at "/" was whole.</summary>
    public TimeSpan FirstPage { get; }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    /// <inheritdoc cref="Turns.BotProcess.ProcessorTime"/>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="binaries">artifacts/bin of another checkout; this one's when null.</param>
    public static async Task<HostProcess> StartAsync(string? binaries = null)
    {
        var data = Directory.CreateTempSubdirectory("smartflexbot-benchmark-").FullName;
        var address = $"http://127.0.0.1:{FreePort.Take()}";
        var folder = Path.Combine(binaries ?? Folders.Binaries, "SmartFlexBot.Web", Folders.Configuration);
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(folder, "SmartFlexBot.Web.dll"), "--contentRoot", folder, "--urls", address,
            "--Store:Path", Path.Combine(data, "bot.db"), "--Simulator:Path", Path.Combine(data, "simulator.db"),
            // One machine plays all customers, and each of them is faster than any real one.
            "--Quotas:Messages", Plenty, "--Quotas:MessagesOfAccount", Plenty, "--Quotas:Kilobytes", Plenty,
            "--Quotas:KilobytesOfAccount", Plenty, "--Quotas:KilobytesOfAddress", Plenty, "--Quotas:Connections", Plenty,
            "--Quotas:Pages", Plenty, "--Quotas:CallsOfAddress", Plenty, "--Kraken:PointsPerHour", Plenty,
            "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"])
        {
            WorkingDirectory = data,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var http = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        await FirstPageAsync(http, process, watch);
        return new(process, data, http, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task FirstPageAsync(HttpClient http, Process process, Stopwatch watch)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await often.WaitForNextTickAsync())
        {
            try
            {
                using var page = await http.GetAsync("/");
                page.EnsureSuccessStatusCode();
                await page.Content.ReadAsStringAsync();
                return;
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < LongestStart)
            {
                // It does not listen yet.
            }
        }
    }
}
