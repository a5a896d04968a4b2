using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

public sealed class TurnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_on_a_stale_record_is_run_again_on_the_fresh_one()
    {
        var firstHasRead = new TaskCompletionSource();
        var otherIsDone = new TaskCompletionSource();
        var attempts = new List<int>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var record = await turn.Effects.FindRecordAsync("journey", "j1", Token);
            if (turn.Activity.Text == "slow")
            {
                attempts.Add(turn.Attempt);
                firstHasRead.TrySetResult();
                await otherIsDone.Task;
            }

            var text = record is null ? turn.Activity.Text : $"{record.Json} {turn.Activity.Text}";
            turn.State.Set("last", [text!], TestJson.Default.ListString);
            turn.Effects.SaveRecord(new("journey", "j1", text, record?.Version ?? 0));
            await turn.SendActivityAsync(text!);
        }));
        var slow = await host.OpenAsync("slow");
        var quick = await host.OpenAsync("quick");
        await host.SayAsync(slow, "slow");
        await firstHasRead.Task;
        await host.SayAsync(quick, "quick");
        await host.ReadAsync(quick, atLeast: 2);

        otherIsDone.SetResult();

        (await host.TranscriptAsync(slow)).ShouldBe(["user: slow", "bot: quick slow"]);
        attempts.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Many_conversations_can_change_one_record_without_losing_a_change()
    {
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var record = await turn.Effects.FindRecordAsync("counter", "all", Token);
            var count = int.Parse(record?.Json ?? "0", null) + 1;
            turn.Effects.SaveRecord(new("counter", "all", $"{count}", record?.Version ?? 0));
            await turn.SendActivityAsync($"{count}");
        }));
        var conversations = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => host.OpenAsync($"c{i}")));

        await Task.WhenAll(conversations.SelectMany(
            conversation => Enumerable.Range(0, 5).Select(i => host.SayAsync(conversation, $"{i}"))));
        await host.PassAsync(TimeSpan.FromSeconds(60));

        host.Channel.Taken.Select(taken => int.Parse(taken.Text!, null)).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task A_record_is_found_as_saved_in_the_same_turn_and_gone_when_deleted_or_expired()
    {
        var found = new List<string?>();
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            var stored = await turn.Effects.FindRecordAsync("k", "1", Token);
            found.Add(stored is null ? null : $"{stored.Version}:{stored.Json}");
            var version = stored?.Version ?? 0;
            switch (turn.Activity.Text)
            {
                case "save":
                    turn.Effects.SaveRecord(new("k", "1", "a", version));
                    turn.Effects.SaveRecord(new("k", "1", "b", version + 1));
                    found.Add($"pending {(await turn.Effects.FindRecordAsync("k", "1", Token))?.Json}");
                    break;
                case "delete":
                    turn.Effects.SaveRecord(new("k", "1", null, version));
                    break;
                case "lease":
                    turn.Effects.SaveRecord(new("k", "1", "short", version, ExpiresAt: turn.Activity.Timestamp!.Value.AddSeconds(5)));
                    break;
            }
        }));
        var conversation = await host.OpenAsync();
        foreach (var word in (string[])["save", "look", "delete", "look", "lease", "look"])
        {
            await host.SayAsync(conversation, word);
        }

        await host.SettleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(6));
        await host.SayAsync(conversation, "save");
        await host.SettleAsync();

        // Versions count on through the deletion and the expiry: an old reader cannot overwrite a new record.
        found.ShouldBe([null, "pending b", "1:b", "1:b", null, null, "3:short", null, "pending b"]);
        StoreFiles.Scalar(host.Path, "SELECT version FROM records").ShouldBe(4);
    }

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
