using System.Collections.Concurrent;
using System.Diagnostics;

namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>One of our built hosts, compiled ahead, as a process of its own, with its output.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(string project, IReadOnlyDictionary<string, string> settings)
    {
        var folder = FolderOf(project);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder, $"{project}.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
    }

    public string Output => string.Join('\n', _output);

    /// <summary>Returns when the host listens.</summary>
    /// <param name="settings">Settings by their configuration names, such as "Store:Path".</param>
    public static async Task<HostProcess> StartAsync(string project, IReadOnlyDictionary<string, string> settings)
    {
        var host = new HostProcess(project, settings);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        using var deadline = Deadline.Start();
        var ended = host._process.WaitForExitAsync(deadline.Token);
        if (await Task.WhenAny(host._listening.Task, ended) != ended)
        {
            return host;
        }

        var output = host.Output;
        await host.DisposeAsync();
        throw new InvalidOperationException($"{project} did not start listening. Its output:\n{output}");
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await WaitForEndAsync();
    }

    public async Task WaitForEndAsync()
    {
        using var deadline = Deadline.Start();
        await deadline.WaitAsync(_process.WaitForExitAsync(deadline.Token), () => $"The process did not end. Its output:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string FolderOf(string project)
    {
        // artifacts/ahead/{project}/{configuration}, of the same configuration as these tests: see CompiledAhead.targets.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.Parent!.FullName, "ahead", project, own.Name);
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.Contains("Now listening on:", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }
}
