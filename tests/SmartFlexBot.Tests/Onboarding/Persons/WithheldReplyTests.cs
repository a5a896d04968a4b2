using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Conversations;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>A bot that is slow, as with a slow Kraken, while its customer gets a person in another window (failure mode 2).</summary>
public sealed class WithheldReplyTests
{
    private const string Slow = "my car is a Tesla Model 3";

    [Fact]
    public async Task A_bot_reply_computed_before_the_state_change_but_committed_after_it_is_withheld()
    {
        var (decided, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var desk = new DeskOfHost();
        var bot = new OnboardingBot(Chat.ServicesFor(new InMemoryKraken()) with { Desk = desk, Clock = clock });
        var held = 0;
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async (turn, cancellationToken) =>
        {
            await bot.OnTurnAsync(turn, cancellationToken);
            if (turn.Activity.Text == Slow && held++ == 0)
            {
                turn.Responded.ShouldBeTrue("the bot has an answer");
                decided.SetResult();
                await goOn.Task;
            }
        }), clock: clock);
        await desk.OpenAsync(host);
        var (slow, quick) = (await host.OpenAsync("slow"), await host.OpenAsync("quick"));
        foreach (var chat in new[] { slow, quick })
        {
            await host.SayAsync(chat, "hello");
            await host.SettleAsync();
        }

        var before = await host.LinesAsync(slow);
        await host.SayAsync(slow, Slow);
        await decided.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var known = (await host.LinesAsync(quick)).Length;
        await host.SayAsync(quick, "I want to talk to a person");
        await host.ReadAsync(quick, known + 2);
        goOn.SetResult();

        (await host.TranscriptAsync(slow)).ShouldBe(
            [.. before, $"user: {Slow}", $"bot: {Chat.Text("handover.elsewhere.waiting")}"],
            "the person has it, and the bot says nothing of its own");
        (await host.LinesAsync(quick)).ShouldContain($"bot: {Chat.Text("handover.elsewhere.said", ("text", Slow))}");
        held.ShouldBe(2);
    }

    private sealed class DeskOfHost : IDeskBoard
    {
        private DeskBoardReader? _board;

        /// <summary>An agent comes to it.</summary>
        public Task OpenAsync(ConversationsHost host)
        {
            var listed = host.Services.GetRequiredService<IListedRecords>();
            var records = new DeskRecords(host.Services.GetRequiredService<IRecordReader>(), listed);
            _board = new(listed, records, [], [], Shipped.Market);
            var ana = new DeskAgentPresence("ana", "Ana", [], IsSupervisor: false, DeskPresence.Available, 4, DateTimeOffset.MaxValue);
            return listed.SaveAsync(
                DeskAgentPresence.RecordKind, ana.Id, JsonSerializer.Serialize(ana, DeskJson.Default.DeskAgentPresence),
                expiresAt: null, TestContext.Current.CancellationToken);
        }

        public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) => _board!.ReadAsync(cancellationToken);
    }
}
