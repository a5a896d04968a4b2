using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Benchmarks;

/// <summary>Customers who ask for help and for where they are, each as soon as the last question was answered.</summary>
internal static class DirectLineBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    private static readonly int[] AtOnce = [1, 4, 12];
    private static readonly string[] Questions = ["status", "help"];

    public static async Task RunAsync()
    {
        await using var host = await HostProcess.StartAsync();
        var accounts = (await host.Http.GetFromJsonAsync<JsonArray>("/simulator/control/accounts"))!
            .Select(account => account!["number"]!.GetValue<string>()).ToList();
        foreach (var count in AtOnce)
        {
            // One account each: conversations of one account share a journey and would wait for one another.
            var conversations = await Task.WhenAll(accounts.Take(count).Select(account => DirectLineConversation.OpenAsync(host.Http, account)));
            await TalkAsync(conversations, WarmUp);
            var watch = Stopwatch.StartNew();
            var times = await TalkAsync(conversations, Measured);
            Console.WriteLine(
                $"{count,2} at once: {times.Count / watch.Elapsed.TotalSeconds:0} turns a second; " +
                $"reply after {Figures.Median(times):0.0} ms (median), {Figures.Percentile(times, 0.95):0.0} ms (95 %), {Figures.Percentile(times, 0.99):0.0} ms (99 %)");
            foreach (var conversation in conversations)
            {
                await conversation.DisposeAsync();
            }
        }

        Console.WriteLine($"{host.ResidentMegabytes:0} MB resident afterwards");
    }

    /// <returns>Milliseconds of each turn.</returns>
    private static async Task<List<double>> TalkAsync(DirectLineConversation[] conversations, TimeSpan time)
    {
        var until = Stopwatch.StartNew();
        var times = await Task.WhenAll(conversations.Select(async conversation =>
        {
            var own = new List<double>();
            while (until.Elapsed < time)
            {
                var watch = Stopwatch.StartNew();
                await conversation.AskAsync(Questions[own.Count % Questions.Length]);
                own.Add(watch.Elapsed.TotalMilliseconds);
            }

            return own;
        }));
        return [.. times.SelectMany(own => own)];
    }
}
