using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations.Watches;

public sealed class WatchReaderTests
{
    private static readonly IBot Bot = new FunctionBot(turn =>
    {
        if (turn.Activity.Name is { } name)
        {
            return turn.SendActivityAsync($"{name} {turn.Activity.Value!["key"]} {turn.Activity.Value["state"]}");
        }

        foreach (var key in turn.Activity.Text!.Split(' ').Where(word => word.StartsWith('d')))
        {
            turn.Effects.Watch(new("device", key, "{}", TimeSpan.FromSeconds(3), turn.Activity.Timestamp!.Value.AddHours(2)));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public async Task More_than_one_request_can_hold_are_all_looked_at_while_the_clock_stands_still()
    {
        var source = new Source();
        await using var host = await StartAsync(source);
        var names = string.Join(' ', Enumerable.Range(0, 250).Select(n => $"d{n}"));

        await host.SayAsync(await host.OpenAsync(), names);

        await Soon.ShouldBeSoAsync(() => source.Asked.Sum(keys => keys.Length) == 250, "They need not wait for one another.");
        source.Asked.ShouldAllBe(keys => keys.Length <= 100);
    }

    [Fact]
    public async Task A_source_that_hangs_is_left_after_its_time_and_asked_again()
    {
        var source = new Source { IsHanging = true };
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "d1");
        await Soon.ShouldBeSoAsync(() => source.Asked.Count == 1, "It is asked.");
        await host.PassSweepsAsync(14);
        source.Asked.Count.ShouldBe(1, "it has 30 s");
        source.IsHanging = false;
        await host.PassSweepsAsync(2);
        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: d1", "bot: watch/changed d1 seen"]);
    }

    [Fact]
    public async Task What_it_does_not_answer_for_counts_as_not_read()
    {
        var source = new Source { Hides = "d2" };
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "d1 d2");
        await host.PassAsync(TimeSpan.FromSeconds(60));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: d1 d2", "bot: watch/changed d1 seen"]);
        var looks = source.Asked.Count(keys => keys.Contains("d2"));
        (looks * 2).ShouldBeLessThanOrEqualTo(source.Asked.Count(keys => keys.Contains("d1")), "what fails is looked at less often");

        source.Hides = null;
        await host.PassAsync(TimeSpan.FromSeconds(40));

        (await host.TranscriptAsync(conversation)).ShouldContain("bot: watch/changed d2 seen");
    }

    [Fact]
    public async Task After_it_was_read_again_a_watch_has_its_pace_back()
    {
        var source = new Source { Hides = "d1" };
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "d1");
        await host.PassAsync(TimeSpan.FromSeconds(40));
        source.Hides = null;
        await host.PassAsync(TimeSpan.FromSeconds(40));
        var looks = source.Asked.Count;

        await host.PassAsync(TimeSpan.FromSeconds(30));

        (source.Asked.Count - looks).ShouldBeInRange(4, 11);
    }

    [Fact]
    public async Task What_turns_out_to_be_final_and_was_told_before_ends_without_a_word()
    {
        var source = new Source();
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "d1");
        await host.PassAsync(TimeSpan.FromSeconds(10));

        source.IsFinal = true;
        await host.PassAsync(TimeSpan.FromSeconds(10));
        var looks = source.Asked.Count;
        await host.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(4));

        source.Asked.Count.ShouldBe(looks);
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: d1", "bot: watch/changed d1 seen"]);
    }

    [Fact]
    public async Task A_restart_does_not_make_a_customer_away_who_just_wrote()
    {
        var source = new Source();
        string path;
        ConversationsHost first;
        await using (first = await StartAsync(source))
        {
            await first.SayAsync(await first.OpenAsync(), "d1");
            await first.PassAsync(TimeSpan.FromSeconds(10));
            path = first.Path;
        }

        var looks = source.Asked.Count;
        await using var host = await ConversationsHost.StartAsync(
            Bot, services => services.AddSingleton<IWatchSource>(source), path, first.Clock);
        await host.PassAsync(TimeSpan.FromSeconds(60));
        (source.Asked.Count - looks).ShouldBeInRange(8, 21);

        await host.PassAsync(TimeSpan.FromSeconds(60));
        looks = source.Asked.Count;
        await host.PassAsync(TimeSpan.FromSeconds(120));
        (source.Asked.Count - looks).ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task What_a_process_was_looking_at_when_it_died_is_looked_at_by_the_next_after_twice_its_time()
    {
        var source = new Source { IsHanging = true };
        ConversationsHost first;
        await using (first = await StartAsync(source))
        {
            await first.SayAsync(await first.OpenAsync(), "d1");
            await Soon.ShouldBeSoAsync(() => source.Asked.Count == 1, "It is asked.");
        }

        await using var host = await ConversationsHost.StartAsync(
            Bot, services => services.AddSingleton<IWatchSource>(source), first.Path, first.Clock);
        await host.PassSweepsAsync(29);
        source.Asked.Count.ShouldBe(1, "the first might still be at it");
        source.IsHanging = false;
        await host.PassSweepsAsync(2);

        await Soon.ShouldBeSoAsync(() => source.Asked.Count > 1, "A minute is over.");
    }

    [Fact]
    public async Task Who_comes_back_and_only_reads_has_the_watch_looked_at_now()
    {
        var source = new Source();
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "d1");
        await host.PassAsync(TimeSpan.FromSeconds(150));
        await host.SettleAsync();
        var looks = source.Asked.Count;

        var reading = host.History.WaitAsync(conversation, 100, TestContext.Current.CancellationToken);

        await Soon.ShouldBeSoAsync(() => source.Asked.Count > looks, "It is looked at while the clock stands still.");
        await host.SayAsync(conversation, "hello");
        await reading;
    }

    private static Task<ConversationsHost> StartAsync(Source source) =>
        ConversationsHost.StartAsync(Bot, services => services.AddSingleton<IWatchSource>(source));

    private sealed class Source : IWatchSource
    {
        public ConcurrentQueue<string[]> Asked { get; } = [];
        public bool IsHanging { get; set; }
        public bool IsFinal { get; set; }
        public string? Hides { get; set; }
        public string Kind => "device";

        public async Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken)
        {
            Asked.Enqueue([.. watches.Select(watch => watch.Key)]);
            if (IsHanging)
            {
                // It does not heed its token either.
                await new TaskCompletionSource().Task;
            }

            return [.. watches.Where(watch => watch.Key != Hides).Select(watch => new WatchReading(watch.Key, "\"seen\"", IsFinal))];
        }
    }
}
