using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>Runs a script of tests/node, after installing its pinned packages the first time.</summary>
public static class NodePackages
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "node");
    private static readonly Lazy<Task> Installed = new(() => Task.Run(Install));

    /// <param name="script">A file of tests/node that reads JSON from standard input and writes JSON to standard output.</param>
    /// <param name="input">What the script reads.</param>
    public static async Task<JsonArray> RunAsync(string script, JsonArray input)
    {
        await Installed.Value;
        var output = await RunProcessAsync("node", [Path.Combine(Folder, script)], input.ToJsonString());
        return JsonNode.Parse(output)?.AsArray() ?? throw new InvalidOperationException($"{script} wrote null.");
    }

    // Several test processes may start at once. A mutex belongs to a thread, so the wait inside it cannot be asynchronous.
    private static void Install()
    {
        using var mutex =
            new Mutex(false, $"smartflexbot-npm-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..16]}");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The process that held it died while installing; the mutex is ours and the check below sees what is missing.
        }
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                RunProcessAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci"], "").GetAwaiter().GetResult();
            }
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static async Task<string> RunProcessAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var command = $"(cd {Folder} && {program} {string.Join(' ', arguments)})";
        using var process = Start(start, command);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{await errors}");
    }

    private static Process Start(ProcessStartInfo start, string command)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"'{start.FileName}' cannot be started. Install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm), "
                + $"then run {command}",
                e);
        }
    }
}
