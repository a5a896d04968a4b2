using System.Diagnostics;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>Our probe bot, durable on SQLite, beside the same flow on npm botbuilder with its state in memory.</summary>
internal static class TurnsBenchmark
{
    public static async Task RunAsync()
    {
        await InstallPeerAsync();
        var folder = Directory.CreateTempSubdirectory("smartflexbot-benchmark-");
        try
        {
            await using var ourBot = await BotProcess.StartOursAsync(Path.Combine(folder.FullName, "probe.db"));
            await using var peerBot = await BotProcess.StartPeerAsync();
            using var ours = new TurnLoad(ourBot, NewConversation);
            using var peer = new TurnLoad(peerBot, NewConversation);
            var (our, their) = await Rounds.CompareAsync(("SmartFlexBot", ours.RunAsync), ("botbuilder", peer.RunAsync));
            Console.WriteLine(
                $"ratio    {our.PerSecond / their.PerSecond:0.00} times the turns a second, p99 {our.P99 / their.P99:0.00} times, "
                + $"CPU {our.Processor / their.Processor:0.00} times");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string NewConversation(int customer) => $"{customer}-{Guid.NewGuid():N}";

    private static async Task InstallPeerAsync()
    {
        if (File.Exists(Path.Combine(Folders.Peer, "node_modules/.package-lock.json")))
        {
            return;
        }

        using var npm = Process.Start(
            new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci"]) { WorkingDirectory = Folders.Peer })!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"(cd {Folders.Peer} && npm ci) ended with {npm.ExitCode}.");
        }
    }
}
