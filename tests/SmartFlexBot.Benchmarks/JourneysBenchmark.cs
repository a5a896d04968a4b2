using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.Benchmarks;

/// <summary>
/// Whole onboardings, from hello to LIVE, on the wizard API: each customer has an account of their own and answers as soon as they are
/// asked. The simulated cars and tests run fast, so that what is left is the bot and the pace at which it looks at Kraken.
/// </summary>
internal static class JourneysBenchmark
{
    /// <summary>A test charge of 7 minutes takes less than half a second.</summary>
    private const int SimulatedSecondsInOne = 1000;

    private const int JourneysOfEach = 4;
    private static readonly int[] AtOnce = [1, 8, 32];

    public static async Task RunAsync()
    {
        await using var host = await HostProcess.StartAsync();
        using var faster =
            await host.Http.PostAsJsonAsync("/simulator/control/clock", new JsonObject { ["speed"] = SimulatedSecondsInOne });
        faster.EnsureSuccessStatusCode();
        var accounts = await AccountsAsync(host.Http, AtOnce.Append(1).Sum() * JourneysOfEach);
        await OnboardAsync(host.Http, accounts, atOnce: 1);
        foreach (var count in AtOnce)
        {
            var watch = Stopwatch.StartNew();
            var times = await OnboardAsync(host.Http, accounts, count);
            Console.WriteLine(
                $"{count,2} at once: {times.Count} onboardings, {times.Count / watch.Elapsed.TotalMinutes:0} a minute; " +
                $"hello to LIVE {Figures.Median(times):0.0} s (median), {Figures.Percentile(times, 0.95):0.0} s (95 %)");
        }

        Console.WriteLine($"{host.ResidentMegabytes:0} MB resident afterwards");
    }

    /// <returns>Seconds of each onboarding.</returns>
    private static async Task<List<double>> OnboardAsync(HttpClient http, Queue<string> accounts, int atOnce)
    {
        var live = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Folders.Repository, "cards/text/en.json")))!["live.text"]!.GetValue<string>();
        string[] own = [.. Enumerable.Range(0, atOnce * JourneysOfEach).Select(_ => accounts.Dequeue())];
        var times = await Task.WhenAll(own.Chunk(JourneysOfEach).Select(async customers =>
        {
            var each = new List<double>();
            foreach (var customer in customers)
            {
                var watch = Stopwatch.StartNew();
                await OnboardAsync(http, customer, live);
                each.Add(watch.Elapsed.TotalSeconds);
            }

            return each;
        }));
        return [.. times.SelectMany(each => each)];
    }

    private static async Task OnboardAsync(HttpClient http, string account, string live)
    {
        await using var chat = await DirectLineConversation.OpenAsync(http, account);
        using var browser = new MakersPages();
        await chat.SendAsync(new() { ["text"] = "Hi, I have a Tesla Model 3 Long Range and an Ohme Home Pro" });
        await PressAsync(chat, "yes");
        await PressAsync(chat, "consent", "data", "control");
        var signIn = await chat.SeeAsync(message => message.Link is not null);
        await browser.AgreeAsync(signIn.Link!, CancellationToken.None);
        var key = await chat.SeeAsync(message => message.Link is not null && message.Button("key-added") is not null);
        await browser.AgreeAsync(key.Link!, CancellationToken.None);

        // A car that is ready may have been tested before the customer presses anything: on this API the test begins by itself.
        var next = await chat.SeeAsync(message => message.Button("start") is not null || IsLive(message));
        if (IsLive(next))
        {
            return;
        }

        await SendAsync(chat, next.Button("start")!);
        await chat.SeeAsync(IsLive);

        bool IsLive(BotMessage message) => message.Summary.Contains(live, StringComparison.Ordinal);
    }

    private static async Task PressAsync(DirectLineConversation chat, string does, params string[] ticked)
    {
        var question = await chat.SeeAsync(message => message.Button(does) is not null);
        await SendAsync(chat, question.Button(does)!, ticked);
    }

    private static Task<string> SendAsync(DirectLineConversation chat, JsonObject button, params string[] ticked)
    {
        var value = button["data"]!.DeepClone().AsObject();
        foreach (var box in ticked)
        {
            value[box] = "true";
        }

        return chat.SendAsync(new() { ["value"] = value });
    }

    private static async Task<Queue<string>> AccountsAsync(HttpClient http, int count)
    {
        using var answer = await http.PostAsJsonAsync("/simulator/control/accounts", new JsonObject { ["extra"] = count });
        answer.EnsureSuccessStatusCode();
        return new((await answer.Content.ReadFromJsonAsync<JsonArray>())!.Select(account => account!["number"]!.GetValue<string>()));
    }
}
