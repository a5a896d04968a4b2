using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using SmartFlexBot.ProbeBot;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>
/// Customers who each say what leads to the end of the probe's flow, then begin again in another conversation; each sends as soon as the
/// last reply is there. A reply that is not the expected one ends the benchmark.
/// </summary>
/// <param name="nextConversation">
/// The id of the conversation that a customer, by number, begins with next. No two customers share one.
/// </param>
internal sealed class TurnLoad(BotProcess bot, Func<int, string> nextConversation) : IDisposable
{
    public const int AtOnce = 32;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[][] Replies = [.. SixPromptsBot.Replies.Select(Encoding.UTF8.GetBytes)];

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce, UseProxy = false })
    {
        BaseAddress = bot.Address,
    };

    // Ids that were used before, in a stored conversation too, would be answered from the store.
    private readonly string _run = Guid.NewGuid().ToString("N");

    private long _sent;

    public async Task<TurnFigures> RunAsync(TimeSpan time)
    {
        var processor = bot.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var lanes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(customer => TalkAsync(customer, watch, time)));
        var elapsed = watch.Elapsed;
        var turns = lanes.SelectMany(lane => lane).ToList();
        return TurnFigures.Of(turns, elapsed, bot.ProcessorTime - processor, bot.ResidentMegabytes);
    }

    /// <summary>One conversation from beginning to end.</summary>
    /// <param name="turns">Gets the milliseconds of each turn.</param>
    public async Task HoldAsync(string conversation, List<double> turns)
    {
        for (var turn = 0; turn < SixPromptsBot.Answers.Count; turn++)
        {
            var begun = Stopwatch.GetTimestamp();
            await SayAsync(conversation, turn);
            turns.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <returns>Milliseconds of each turn.</returns>
    private async Task<List<double>> TalkAsync(int customer, Stopwatch watch, TimeSpan time)
    {
        var turns = new List<double>();
        while (watch.Elapsed < time)
        {
            await HoldAsync(nextConversation(customer), turns);
        }

        return turns;
    }

    private async Task SayAsync(string conversation, int turn)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            $$"""
            {"type":"message","id":"{{_run}}-{{Interlocked.Increment(ref _sent)}}","channelId":"test","serviceUrl":"http://127.0.0.1:9/",
            "locale":"en","from":{"id":"u1"},"recipient":{"id":"bot"},"conversation":{"id":"{{conversation}}"},
            "text":"{{SixPromptsBot.Answers[turn]}}","deliveryMode":"expectReplies"}
            """));
        content.Headers.ContentType = Json;
        using var response = await _http.PostAsync("/api/messages", content);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || body.AsSpan().IndexOf(Replies[turn]) < 0)
        {
            throw new InvalidOperationException(
                $"{bot.Address}: '{SixPromptsBot.Answers[turn]}' was answered {(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
        }
    }
}
