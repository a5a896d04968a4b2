using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store.Sealing;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>What a turn is given, and what is left of it.</summary>
public sealed class TurnLifeTests
{
    [Fact]
    public async Task What_was_begun_by_a_process_that_died_is_no_first_attempt()
    {
        var attempts = new ConcurrentQueue<int>();
        string path;
        string activity;
        ConversationsHost first;
        await using (first = await ConversationsHost.StartAsync(Bots.Echo))
        {
            var opened = await first.OpenAsync();
            path = first.Path;
            activity = first.Services.GetRequiredService<RowCipher>()
                .Seal("""{"type":"message","text":"before"}""", RowIdentity.Inbox(opened, "k"));
        }

        StoreFiles.Execute(path,
            $"""
            INSERT INTO inbox (conversation, dedupe_key, activity, status, attempts, not_before, told, activity_id, accepted_at)
            VALUES ('test|c1', 'k', '{activity}', 0, 0, 0, 0, 'a', {first.Clock.GetUtcNow().ToUnixTimeMilliseconds()})
            """);
        first.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn =>
            {
                attempts.Enqueue(turn.Attempt);
                return turn.SendActivityAsync(turn.Activity.Text!);
            }),
            path: path,
            clock: first.Clock);
        var conversation = new ConversationKey(TestChannel.Id, "c1");
        await host.ReadAsync(conversation, atLeast: 1);
        await host.SayAsync(conversation, "now");
        await host.SettleAsync();

        attempts.ShouldBe([1, 0]);
    }

    [Fact]
    public async Task What_a_turn_was_given_is_disposed_of_when_it_ends()
    {
        var lives = new Lives();
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, services => services
            .AddSingleton(lives)
            .AddScoped<IBot, LivingBot>());
        await host.SayAsync(await host.OpenAsync(), "a");

        await Soon.ShouldBeSoAsync(() => lives.Ended == 1, "It ends with its turn.");

        lives.Begun.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_turn_that_was_left_behind_was_given_lives_as_long_as_it_runs()
    {
        var lives = new Lives { IsStuck = true };
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, services => services
            .AddSingleton(lives)
            .AddScoped<IBot, LivingBot>());
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await Soon.ShouldBeSoAsync(() => lives.Begun == 1, "It runs.");
        lives.IsStuck = false;
        host.Clock.Advance(TimeSpan.FromSeconds(8));
        await host.PassAsync(TimeSpan.FromSeconds(4));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: done"]);
        lives.Ended.ShouldBe(1, "that of the second run");

        lives.Stuck.SetResult();

        await Soon.ShouldBeSoAsync(() => lives.Ended == 2, "It ends with what was left behind.");
    }

    [Fact]
    public async Task Customers_who_type_far_ahead_are_answered_without_waiting_for_a_sweep()
    {
        var (running, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            running.TrySetResult();
            await release.Task;
            await turn.SendActivityAsync($"{turn.Activity.Text}!");
        }));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "0");
        await running.Task;
        for (var n = 1; n < 30; n++)
        {
            await host.SayAsync(conversation, $"{n}");
        }

        release.SetResult();

        (await host.ReadAsync(conversation, atLeast: 60)).Select(entry => entry.ReadActivity().Text).Skip(30)
            .ShouldBe(Enumerable.Range(0, 30).Select(n => $"{n}!"));
    }

    [Theory]
    [InlineData("SECRET one", "[one]", "SECRET one")]
    [InlineData("SECRET two", "[two]", "SECRET two")]
    [InlineData("nothing", "nothing", null)]
    public async Task What_any_redaction_found_reaches_the_turn(string said, string logged, string? secret)
    {
        string? found = null;
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn =>
            {
                found = turn.ProtectedValue;
                return Task.CompletedTask;
            }),
            services => services
                .AddSingleton<IInboundRedaction>(new Redaction("one"))
                .AddSingleton<IInboundRedaction>(new Redaction("two")));
        var conversation = await host.OpenAsync();

        await host.SayAsync(conversation, said);

        (await host.TranscriptAsync(conversation)).ShouldBe([$"user: {logged}"]);
        found.ShouldBe(secret);
    }

    [Theory]
    [InlineData(true, "bot: taken up")]
    [InlineData(false, null)]
    public async Task What_has_to_last_is_never_put_aside_and_an_error_in_the_log_from_its_tenth_run_on(bool isLasting, string? told)
    {
        var (runs, isBroken) = (0, true);
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            runs++;
            return isBroken ? throw new InvalidOperationException("broken") : turn.SendActivityAsync("taken up");
        }));
        var conversation = await host.OpenAsync();
        await host.Inbox.AcceptAsync(
            conversation,
            new(new() { Type = ActivityTypes.Event, Name = "signin/returned" }, "key", Logged: false, Lasting: isLasting),
            TestContext.Current.CancellationToken);

        if (isLasting)
        {
            await host.PassUntilAsync(() => runs >= 9, "It is run again.");
            Errors().ShouldBe(0);
        }

        await host.PassUntilAsync(() => Errors() == 1, "Nobody is told.");
        runs.ShouldBe(isLasting ? 10 : 4);
        isBroken = false;
        await host.PassAsync(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(2));
        (await host.TranscriptAsync(conversation)).ShouldBe(told is null ? [] : [told]);

        int Errors() => host.Log.Entries.Count(entry => entry.Level == Microsoft.Extensions.Logging.LogLevel.Error
            && entry.Message.Contains("TurnLane", StringComparison.Ordinal));
    }

    private sealed class Redaction(string word) : IInboundRedaction
    {
        public (Activity Activity, string? ProtectedValue) Redact(Activity activity)
        {
            if (activity.Text != $"SECRET {word}")
            {
                return (activity, null);
            }

            var redacted = ActivityJson.Copy(activity);
            redacted.Text = $"[{word}]";
            return (redacted, activity.Text);
        }
    }

    private sealed class Lives
    {
        public int Begun;
        public int Ended;
        public bool IsStuck { get; set; }
        public TaskCompletionSource Stuck { get; } = new();
    }

    private sealed class LivingBot(Lives lives) : IBot, IDisposable
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref lives.Begun);
            if (lives.IsStuck)
            {
                await lives.Stuck.Task;
            }

            await turnContext.SendActivityAsync("done", cancellationToken: CancellationToken.None);
        }

        public void Dispose() => Interlocked.Increment(ref lives.Ended);
    }
}
