using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Benchmarks.Turns;

namespace SmartFlexBot.Benchmarks;

/// <summary>Customers who ask for help and for where they are, each as soon as the last question was answered.</summary>
internal sealed class DirectLineLoad : IAsyncDisposable
{
    private static readonly string[] Questions = ["status", "help"];

    private readonly HostProcess _host;
    private readonly DirectLineConversation[] _conversations;

    private DirectLineLoad(HostProcess host, DirectLineConversation[] conversations) => (_host, _conversations) = (host, conversations);

    public static async Task<DirectLineLoad> OpenAsync(HostProcess host, int atOnce)
    {
        var accounts = (await host.Http.GetFromJsonAsync<JsonArray>("/simulator/control/accounts"))!
            .Select(account => account!["number"]!.GetValue<string>());

        // One account each: conversations of one account share a journey and would wait for one another.
        return new(host, await Task.WhenAll(accounts.Take(atOnce).Select(account => DirectLineConversation.OpenAsync(host.Http, account))));
    }

    public async Task<TurnFigures> RunAsync(TimeSpan time)
    {
        var processor = _host.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var times = (await Task.WhenAll(_conversations.Select(conversation => TalkAsync(conversation, watch, time)))).SelectMany(own => own)
            .ToList();
        return TurnFigures.Of(times, watch.Elapsed, _host.ProcessorTime - processor, _host.ResidentMegabytes);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var conversation in _conversations)
        {
            await conversation.DisposeAsync();
        }
    }

    /// <returns>Milliseconds of each turn.</returns>
    private static async Task<List<double>> TalkAsync(DirectLineConversation conversation, Stopwatch watch, TimeSpan time)
    {
        var own = new List<double>();
        while (watch.Elapsed < time)
        {
            var begun = Stopwatch.GetTimestamp();
            await conversation.AskAsync(Questions[own.Count % Questions.Length]);
            own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return own;
    }
}
