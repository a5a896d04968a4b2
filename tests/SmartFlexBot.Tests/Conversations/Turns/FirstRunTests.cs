using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>What came in is understood once: its turn gets it as it was parsed, but a second run gets a copy of its own.</summary>
public sealed class FirstRunTests
{
    private static readonly ConversationKey Conversation = new(TestChannel.Id, "c1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_run_gets_the_activity_as_it_was_parsed_and_the_next_one_unspoilt(bool isAwaited)
    {
        var failed = new TaskCompletionSource();
        var runs = new List<(JsonNode? Value, string? Json, string? Id)>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Activity.Text is null)
            {
                return Task.CompletedTask;
            }

            runs.Add((turn.Activity.Value, turn.Activity.Value?.ToJsonString(), turn.Activity.Id));
            turn.Activity.Value!["id"] = 8;
            if (turn.Attempt > 0)
            {
                return Task.CompletedTask;
            }

            failed.SetResult();
            throw new InvalidOperationException("The first run fails.");
        }));
        await host.OpenAsync();
        await WaitForTheFirstSweepAsync(host);
        var message = new Activity { Type = ActivityTypes.Message, Id = "m1", Text = "hello", Value = new JsonObject { ["id"] = 7 } };

        var accepted = AcceptAsync(host, message, isAwaited);
        await failed.Task;
        await host.ReadAsync(Conversation, atLeast: 1);
        await host.PassAsync(TimeSpan.FromSeconds(3));
        await accepted;

        runs.Select(run => (run.Json, run.Id)).ShouldBe([("""{"id":7}""", "m1"), ("""{"id":7}""", "m1")]);
        runs.Select(run => ReferenceEquals(run.Value, message.Value)).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_fails_each_time_is_run_four_times_however_it_came(bool isAwaited)
    {
        var attempts = new ConcurrentQueue<int>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Activity.Text is null)
            {
                return Task.CompletedTask;
            }

            attempts.Enqueue(turn.Attempt);
            throw new InvalidOperationException("Each run fails.");
        }));
        await host.OpenAsync();
        await WaitForTheFirstSweepAsync(host);

        var accepted = AcceptAsync(host, new() { Type = ActivityTypes.Message, Id = "m1", Text = "hello" }, isAwaited);
        await host.PassUntilAsync(() => attempts.Count >= 4, "It is run again.");
        await accepted;
        await host.PassAsync(TimeSpan.FromMinutes(2));

        attempts.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task What_the_turn_does_to_its_activity_is_not_in_the_log()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            turn.Activity.Text = "spoilt";
            turn.Activity.Value!["id"] = 8;
            return Task.CompletedTask;
        }));
        await host.OpenAsync();

        var message = new Activity { Type = ActivityTypes.Message, Id = "m1", Text = "hello", Value = new JsonObject { ["id"] = 7 } };

        await AcceptAsync(host, message, isAwaited: true);

        var logged = (await host.History.ReadAsync(Conversation, 0, new(10, int.MaxValue), Token)).ShouldHaveSingleItem().ReadActivity();
        (logged.Text, logged.Value!.ToJsonString()).ShouldBe(("hello", """{"id":7}"""));
    }

    [Fact]
    public async Task The_same_words_twice_are_two_activities()
    {
        var seen = new List<string?>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            seen.Add($"{turn.Activity.Id} {turn.Activity.Text}");
            turn.Activity.Text = "spoilt";
            return Task.CompletedTask;
        }));
        await host.OpenAsync();

        await host.SayAsync(Conversation, "yes");
        await host.SayAsync(Conversation, "yes");
        await host.SettleAsync();

        seen.ShouldBe(["c1|0000001 yes", "c1|0000002 yes"]);
    }

    private static Task AcceptAsync(ConversationsHost host, Activity activity, bool isAwaited)
    {
        var inbound = new InboundActivity(activity, activity.Id!, Logged: true);
        var turns = host.Services.GetRequiredService<IConversationTurns>();
        return isAwaited
            ? turns.AnswerAsync(Conversation, new("dl_customer", "Ada", "A-1"), inbound, Token)
            : host.Inbox.AcceptAsync(Conversation, inbound, Token);
    }

    /// <summary>
    /// It wakes whatever is undone, however young: such a turn parses. Later ones leave to others what is younger than 2 s.
    /// </summary>
    private static async Task WaitForTheFirstSweepAsync(ConversationsHost host)
    {
        var other = await host.OpenAsync("other");
        for (var turns = 0; turns < 3; turns++)
        {
            await host.Inbox.AcceptAsync(other, new(new() { Type = ActivityTypes.Event }, $"warm-{turns}", Logged: false), Token);
            await host.SettleAsync();
        }
    }
}
