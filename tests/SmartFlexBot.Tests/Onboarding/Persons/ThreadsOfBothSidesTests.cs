using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Desk;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>
/// Customer and agents write at the same time, and each of them sends some things again, as browsers do whose answer was lost: through the
/// real inbox, turns and log. Nothing is lost, doubled or reordered on either side.
/// </summary>
public sealed class ThreadsOfBothSidesTests
{
    private const int MostMessages = 6;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_they_write_at_once_and_send_again_both_threads_have_each_message_once_and_in_order()
    {
        var seeds = Environment.GetEnvironmentVariable("LONG") == "1" ? 1000 : 30;
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var bot = new OnboardingBot(Chat.ServicesFor(new InMemoryKraken()) with { Desk = new AttendedDesk(), Clock = clock });
        await using var host = await ConversationsHost.StartAsync(bot, clock: clock);
        for (var seed = 1; seed <= seeds; seed++)
        {
            await PlayAsync(host, seed);
        }
    }

    private static async Task PlayAsync(ConversationsHost host, int seed)
    {
        var random = new Random(seed);
        var chat = await host.OpenAsync($"c{seed}");
        await host.SayAsync(chat, "I want to talk to a person");
        await host.SettleAsync();
        var id = await HandOverAsync(host, chat);
        ConcurrentDictionary<string, DeskAct> acts = [];

        string[] written = [.. Enumerable.Range(1, random.Next(1, MostMessages)).Select(number => $"customer {number}")];
        await Task.WhenAll(
            InOrderAsync(written, random.Next(), text => host.SayAsync(chat, text, dedupeKey: text)),
            AgentAsync(DeskChat.Ana, random.Next()),
            AgentAsync(DeskChat.Ben, random.Next()));
        await host.SettleAsync();
        await ActAsync(DeskChat.Sue, "end", new DeskAct.End(HandOverOutcome.Solved));
        await host.SettleAsync();

        var story = $"seed {seed}: {string.Join("\n", await host.LinesAsync(chat))}";
        var lines = (await new DeskThread(host.History, new AllDelivered()).ReadAsync(chat.ToString(), 0, Now)).Lines;
        lines.Where(line => line.Author == ThreadAuthor.Customer).Select(line => line.Text)
            .ShouldBe(["I want to talk to a person", .. written], story);
        foreach (var agent in new[] { DeskChat.Ana, DeskChat.Ben })
        {
            var done = new List<string>();
            foreach (var clientId in acts.Keys.Where(key => key.StartsWith(agent.Id, StringComparison.Ordinal)).Order())
            {
                if (acts[clientId] is DeskAct.Say say && await IsDoneAsync(clientId))
                {
                    done.Add(say.Text);
                }
            }

            lines.Where(line => line.Author == ThreadAuthor.Agent && line.Name == agent.Name).Select(line => line.Text)
                .ShouldBe(done, story);
        }

        (await IsDoneAsync("end")).ShouldBeTrue(story);
        var known = lines.Count;
        await host.SayAsync(chat, "help");
        await host.SettleAsync();
        (await new DeskThread(host.History, new AllDelivered()).ReadAsync(chat.ToString(), 0, Now)).Lines.Skip(known + 1)
            .ShouldContain(line => line.Author == ThreadAuthor.Bot, $"{story}\nnobody is stuck: the bot answers again");

        async Task AgentAsync(DeskAgent agent, int own)
        {
            var draw = new Random(own);
            DeskAct[] wanted =
            [
                new DeskAct.Claim(),
                .. Enumerable.Range(1, draw.Next(1, MostMessages)).Select(number => new DeskAct.Say($"{agent.Name} {number}")),
                .. draw.Next(3) == 0 ? [new DeskAct.Transfer(null, "a break")] : Array.Empty<DeskAct>(),
            ];
            await InOrderAsync(
                [.. wanted.Select((act, number) => (Id: $"{agent.Id}-{number}", Act: act))], draw.Next(),
                one => ActAsync(agent, one.Id, one.Act));
        }

        Task ActAsync(DeskAgent agent, string clientId, DeskAct act)
        {
            acts[clientId] = act;
            var request = new DeskRequest(id, clientId, agent, act);
            return host.Inbox.AcceptAsync(
                chat, new InboundActivity(DeskEvents.Of(request), $"desk:{request.Key}", Logged: false, Lasting: true), Now);
        }

        async Task<bool> IsDoneAsync(string clientId)
        {
            var records = host.Services.GetRequiredService<IRecordReader>();
            var record = await records.FindAsync(DeskRequest.ResultKind, DeskRequest.KeyOf(id, clientId), Now);
            record.ShouldNotBeNull($"{clientId} has an answer");
            return JsonSerializer.Deserialize(record.Json, DeskJson.Default.DeskActResult)!.Refusal is null;
        }
    }

    /// <summary>One after the other, each once, twice or three times; the next does not wait for the repetitions.</summary>
    private static async Task InOrderAsync<T>(IReadOnlyList<T> all, int seed, Func<T, Task> send)
    {
        var (random, again) = (new Random(seed), new List<Task>());
        foreach (var one in all)
        {
            await send(one);
            again.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => send(one)));
        }

        await Task.WhenAll(again);
    }

    private static async Task<string> HandOverAsync(ConversationsHost host, ConversationKey chat)
    {
        var listed = await host.Services.GetRequiredService<IListedRecords>().ListAsync(HandOver.OpenKind, 0, Now);
        return listed.Select(record => JsonSerializer.Deserialize(record.Json, DeskJson.Default.HandOver)!)
            .Single(handOver => handOver.Conversation == chat.ToString()).Id;
    }
}
