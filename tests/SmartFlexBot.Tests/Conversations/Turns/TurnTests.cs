using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

public sealed partial class TurnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_turn_says_so_once_and_goes_on_by_itself()
    {
        var attempts = new List<int>();
        var running = new SemaphoreSlim(0);
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async (turn, cancellationToken) =>
            {
                attempts.Add(turn.Attempt);
                if (turn.Activity.Text == "slow" && turn.Attempt < 2)
                {
                    turn.Effects.Command(new("never", "never", "{}"));
                    await turn.SendActivityAsync("never seen", cancellationToken: CancellationToken.None);
                    running.Release();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                }

                await turn.SendActivityAsync($"You said {turn.Activity.Text}", cancellationToken: cancellationToken);
            }),
            services => services.AddSingleton<ITurnFallback, Words>());
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "slow");
        await host.SayAsync(conversation, "next");

        await running.WaitAsync(Token);
        host.Clock.Advance(TimeSpan.FromSeconds(8));
        await host.ReadAsync(conversation, atLeast: 3);
        await host.SettleAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await running.WaitAsync(Token);
        host.Clock.Advance(TimeSpan.FromSeconds(8));
        await host.PassAsync(TimeSpan.FromSeconds(6));

        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: slow", "user: next", "bot: still checking slow", "bot: You said slow", "bot: You said next"]);
        attempts.ShouldBe([0, 1, 2, 0]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM commands").ShouldBe(0);
    }

    [Fact]
    public async Task A_bot_that_does_not_heed_its_time_is_left_behind()
    {
        var begun = new TaskCompletionSource();
        var stuck = new TaskCompletionSource();
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async turn =>
            {
                if (turn.Attempt == 0)
                {
                    begun.SetResult();
                    await stuck.Task;
                }

                await turn.SendActivityAsync($"attempt {turn.Attempt}");
            }));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await begun.Task;

        host.Clock.Advance(TimeSpan.FromSeconds(8));
        await host.PassAsync(TimeSpan.FromSeconds(4));
        stuck.SetResult();

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: attempt 1"]);
    }

    [Fact]
    public async Task A_turn_that_always_throws_is_put_aside_with_words_and_holds_nobody_up_for_ever()
    {
        var runs = 0;
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn => turn.Activity.Text == "bad"
                ? throw new InvalidOperationException($"broken {++runs}")
                : turn.SendActivityAsync($"You said {turn.Activity.Text}")),
            services => services.AddSingleton<ITurnFallback, Words>());
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "bad");
        await host.SayAsync(conversation, "good");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: bad", "user: good", "bot: sorry about bad", "bot: You said good"]);
        runs.ShouldBe(4);
        host.Log.Entries.ShouldContain(entry => entry.Level == LogLevel.Error && entry.Message.Contains("c1|0000001"));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_the_turns_failure_and_holds_nobody_up_for_ever()
    {
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn =>
            {
                if (turn.Activity.Text == "bad")
                {
                    turn.Effects.RecordEvent(new(null!, "subject", "key", "{}"));
                }

                return turn.SendActivityAsync($"You said {turn.Activity.Text}");
            }),
            services => services.AddSingleton<ITurnFallback, Words>());
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "bad");
        await host.SayAsync(conversation, "good");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: bad", "user: good", "bot: sorry about bad", "bot: You said good"]);
    }

    [Fact]
    public async Task A_failed_run_leaves_nothing_in_the_state()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            var tries = turn.State.Get("tries", TestJson.Default.ListString) ?? [];
            tries.Add($"{turn.Attempt}");
            turn.State.Set("tries", tries, TestJson.Default.ListString);
            return turn.Attempt == 0
                ? throw new InvalidOperationException("first")
                : turn.SendActivityAsync(string.Join(',', tries));
        }));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");

        await host.PassAsync(TimeSpan.FromSeconds(4));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: 1"]);
    }

    [Fact]
    public async Task Typing_is_shown_while_a_turn_takes_longer_and_never_stored()
    {
        var typing = new Typing();
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async turn =>
            {
                begun.TrySetResult();
                await release.Task;
                await turn.SendActivityAsync("done");
            }),
            services => services.AddSingleton<ITypingNotifier>(typing));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await begun.Task;
        typing.Shown.ShouldBe(0);

        host.Clock.Advance(TimeSpan.FromMilliseconds(700));

        typing.Shown.ShouldBe(1);
        release.SetResult();
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: done"]);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        typing.Shown.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_reaches_the_other_conversation_once_and_one_to_nobody_is_ignored()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(turn =>
        {
            if (turn.Activity.Text is { } text)
            {
                turn.Effects.Post(new("test", "other"), new() { Type = ActivityTypes.Event, Name = $"heard {text}" }, "only-once");
                turn.Effects.Post(new("test", "nobody"), new() { Type = ActivityTypes.Event }, "x");
            }

            return turn.SendActivityAsync(turn.Activity.Text ?? turn.Activity.Name!);
        }));
        var one = await host.OpenAsync("one");
        var other = await host.OpenAsync("other");

        await host.SayAsync(one, "a");
        await host.SayAsync(one, "b");
        await host.SettleAsync();

        (await host.TranscriptAsync(other)).ShouldBe(["bot: heard a"]);
    }

    private sealed class Words : ITurnFallback
    {
        public Activity? StillChecking(Activity inbound, ConversationOrigin origin, TurnState state) =>
            new() { Text = $"still checking {inbound.Text}" };

        public Activity? Failed(Activity inbound, ConversationOrigin origin, TurnState state) =>
            new() { Text = $"sorry about {inbound.Text}" };
    }

    private sealed class Typing : ITypingNotifier
    {
        public int Shown { get; private set; }
        public string ChannelId => TestChannel.Id;

        public Task NotifyAsync(ConversationKey conversation, CancellationToken cancellationToken)
        {
            Shown++;
            return Task.CompletedTask;
        }
    }
}
