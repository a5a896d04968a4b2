using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>Senders that wait in their request for what their activity leads to.</summary>
public sealed class AnswerTests
{
    private static readonly ConversationKey Conversation = new(TestChannel.Id, "c1");
    private static readonly ConversationOrigin Origin = new("dl_customer", "Ada", "A-1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acceptance_and_outcome_are_one_commit()
    {
        var probe = new Points();
        await using var host = await ConversationsHost.StartAsync(Bots.Counter, services => services.AddSingleton<IProcessingProbe>(probe));

        (await AskAsync(host, "one")).ShouldBe(["1: one"]);
        (await AskAsync(host, "two")).ShouldBe(["2: two"]);

        probe.Reached.ShouldBe([ProcessingPoint.TurnRun, ProcessingPoint.Committed, ProcessingPoint.TurnRun, ProcessingPoint.Committed]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(["user: one", "bot: 1: one", "user: two", "bot: 2: two"]);
        host.Channel.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_duplicate_gets_the_stored_answer_and_runs_nothing_also_after_a_restart()
    {
        string path;
        await using (var host = await ConversationsHost.StartAsync(Bots.Counter))
        {
            path = host.Path;
            var twice = await Task.WhenAll(AskAsync(host, "one", "1"), AskAsync(host, "one", "1"));
            twice.ShouldAllBe(answer => answer.SequenceEqual(new[] { "1: one" }));
        }

        await using var again = await ConversationsHost.StartAsync(Bots.Counter, path: path);
        (await AskAsync(again, "one", "1")).ShouldBe(["1: one"]);
        (await AskAsync(again, "two", "2")).ShouldBe(["2: two"]);
        (await again.TranscriptAsync(Conversation)).ShouldBe(["user: one", "bot: 1: one", "user: two", "bot: 2: two"]);
    }

    [Fact]
    public async Task An_answer_waits_for_those_accepted_before_it()
    {
        var (running, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            if (turn.Activity.Text == "slow")
            {
                running.SetResult();
                await release.Task;
            }

            await turn.SendActivityAsync($"You said {turn.Activity.Text}");
        }));
        await host.OpenAsync();
        await host.SayAsync(Conversation, "slow");
        await running.Task;

        var asked = AskAsync(host, "asked");
        await host.ReadAsync(Conversation, atLeast: 2);
        await host.SayAsync(Conversation, "last");
        release.SetResult();

        (await asked).ShouldBe(["You said asked"]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(
            ["user: slow", "user: asked", "user: last", "bot: You said slow", "bot: You said asked", "bot: You said last"]);
        host.Channel.Taken.Select(taken => taken.Text).ShouldBe(["You said slow", "You said last"]);
    }

    [Fact]
    public async Task What_is_accepted_while_it_runs_comes_first()
    {
        var (running, release, runs) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            if (turn.Activity.Text == "asked" && runs++ == 0)
            {
                running.SetResult();
                await release.Task;
            }

            await turn.SendActivityAsync($"You said {turn.Activity.Text}");
        }));
        await host.OpenAsync();
        var asked = AskAsync(host, "asked");
        await running.Task;
        await host.SayAsync(Conversation, "accepted");
        release.SetResult();

        (await asked).ShouldBe(["You said asked"]);
        var said = await host.TranscriptAsync(Conversation);
        said.Where(line => line.StartsWith("user", StringComparison.Ordinal)).ShouldBe(["user: accepted", "user: asked"]);
        said.Where(line => line.StartsWith("bot", StringComparison.Ordinal)).ShouldBe(["bot: You said accepted", "bot: You said asked"]);
    }

    [Fact]
    public async Task After_its_time_it_says_so_and_the_rest_follows_through_the_channel()
    {
        var running = new SemaphoreSlim(0);
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async (turn, cancellationToken) =>
            {
                if (turn.Attempt == 0)
                {
                    running.Release();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                }

                await turn.SendActivityAsync("the rest", cancellationToken: cancellationToken);
            }),
            services => services.AddSingleton<ITurnFallback, StillChecking>());
        var asked = AskAsync(host, "slow", "1");
        await running.WaitAsync(Token);

        host.Clock.Advance(TimeSpan.FromSeconds(8));
        (await asked).ShouldBe(["still checking"]);
        await host.PassAsync(TimeSpan.FromSeconds(6));

        (await AskAsync(host, "slow", "1")).ShouldBe(["still checking"]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(["user: slow", "bot: still checking", "bot: the rest"]);
        host.Channel.Taken.Select(taken => taken.Text).ShouldBe(["the rest"]);
    }

    [Fact]
    public async Task Behind_a_slow_turn_it_ends_empty_and_the_answer_follows_through_the_channel()
    {
        var running = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            if (turn.Activity.Text == "slow")
            {
                running.Release();
                await release.Task;
            }

            await turn.SendActivityAsync($"You said {turn.Activity.Text}");
        }));
        await host.OpenAsync();
        await host.SayAsync(Conversation, "slow");
        await running.WaitAsync(Token);
        var asked = AskAsync(host, "asked");
        await host.ReadAsync(Conversation, atLeast: 2);

        while (!asked.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await asked).ShouldBeEmpty();
        release.SetResult();
        await host.PassAsync(TimeSpan.FromSeconds(6));
        host.Channel.Taken.Select(taken => taken.Text).ShouldBe(["You said slow", "You said asked"]);
    }

    [Fact]
    public async Task Behind_one_that_waits_to_be_run_again_it_is_answered_after_it()
    {
        var runs = 0;
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
            turn.Activity.Text == "bad" && runs++ == 0
                ? throw new InvalidOperationException("The first run fails.")
                : turn.SendActivityAsync($"You said {turn.Activity.Text}")));
        await host.OpenAsync();
        await host.SayAsync(Conversation, "bad");
        await Soon.ShouldBeSoAsync(() => runs == 1, "It is run.");
        await host.SettleAsync();

        var asked = AskAsync(host, "asked");
        await host.ReadAsync(Conversation, atLeast: 2);
        await host.PassUntilAsync(() => runs == 2, "It is run again.");

        (await asked).ShouldBe(["You said asked"]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(
            ["user: bad", "user: asked", "bot: You said bad", "bot: You said asked"]);
    }

    [Fact]
    public async Task A_turn_that_throws_is_run_again_within_the_request()
    {
        var failed = new TaskCompletionSource();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Attempt == 0)
            {
                failed.TrySetResult();
                throw new InvalidOperationException("The first run fails.");
            }

            return turn.SendActivityAsync("now");
        }));
        var asked = AskAsync(host, "hello");
        await failed.Task;
        await host.ReadAsync(Conversation, atLeast: 1);
        await host.PassAsync(TimeSpan.FromSeconds(3));

        (await asked).ShouldBe(["now"]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(["user: hello", "bot: now"]);
        host.Channel.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_is_answered_and_is_not_in_the_history()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);

        (await AskAsync(host, new Activity { Type = ActivityTypes.Event, Name = "webchat/join" }, "1", logged: false))
            .ShouldBe(["You said webchat/join"]);
        (await host.TranscriptAsync(Conversation)).ShouldBe(["bot: You said webchat/join"]);
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_is_refused()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        await AskAsync(host, "mine");

        var turns = host.Services.GetRequiredService<IConversationTurns>();
        await Should.ThrowAsync<ConversationOwnedByAnotherException>(() => turns.AnswerAsync(
            Conversation, new("dl_other"), new(new() { Type = ActivityTypes.Message, Text = "yours" }, "2", Logged: true), Token));
        (await host.TranscriptAsync(Conversation)).ShouldBe(["user: mine", "bot: You said mine"]);
    }

    private static Task<string[]> AskAsync(ConversationsHost host, string text, string? id = null) =>
        AskAsync(host, new Activity { Type = ActivityTypes.Message, Text = text, Id = id }, id ?? text, logged: true);

    private static async Task<string[]> AskAsync(ConversationsHost host, Activity activity, string dedupeKey, bool logged)
    {
        var answer = await host.Services.GetRequiredService<IConversationTurns>().AnswerAsync(
            Conversation, Origin, new(activity, dedupeKey, logged), Token);
        return [.. answer.Activities.Select(reply => JsonNode.Parse(reply)!["text"]!.GetValue<string>())];
    }

    private sealed class StillChecking : ITurnFallback
    {
        Activity? ITurnFallback.StillChecking(Activity inbound, ConversationOrigin origin, TurnState state) =>
            MessageFactory.Text("still checking");

        public Activity? Failed(Activity inbound, ConversationOrigin origin, TurnState state) => null;
    }
}
