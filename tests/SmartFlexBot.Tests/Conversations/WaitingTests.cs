using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>Things that happen by themselves: watches, reminders, business events.</summary>
public sealed class WaitingTests
{
    private static readonly IBot Bot = new FunctionBot(turn =>
    {
        var now = turn.Activity.Timestamp!.Value;
        switch (turn.Activity.Text)
        {
            case "watch":
                turn.Effects.Watch(new("device", "d1", """{"token":"PAYLOAD-SECRET"}""", TimeSpan.FromSeconds(3), now.AddMinutes(10)));
                break;
            case "unwatch":
                turn.Effects.Unwatch("device", "d1");
                break;
            case "remind":
                turn.Effects.Remind(new("nudge", now.AddSeconds(30), new() { Type = ActivityTypes.Event, Name = "reminder" }));
                break;
            case "later":
                turn.Effects.Remind(new("nudge", now.AddSeconds(60), new() { Type = ActivityTypes.Event, Name = "reminder" }));
                break;
            case "cancel":
                turn.Effects.CancelReminder("nudge");
                break;
            case "live":
                turn.Effects.RecordEvent(new("journey.live", "j1", "j1", """{"journey":"j1"}"""));
                turn.Effects.RecordEvent(new("journey.told", "j1", "j1-told", "{}"));
                break;
        }

        return turn.Activity.Name is { } name ? turn.SendActivityAsync($"{name} {turn.Activity.Value?["state"]}") : Task.CompletedTask;
    });

    [Fact]
    public async Task A_watch_tells_each_change_once_and_ends_with_the_final_one()
    {
        var source = new Source();
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "watch");
        await host.PassAsync(TimeSpan.FromSeconds(10));
        source.State = "\"test\"";
        await host.PassAsync(TimeSpan.FromSeconds(10));
        source.Fails = true;
        await host.PassAsync(TimeSpan.FromSeconds(20));
        source.Fails = false;
        (source.State, source.Final) = ("\"live\"", true);
        await host.PassAsync(TimeSpan.FromSeconds(60));
        var looks = source.Looks;
        await host.PassAsync(TimeSpan.FromSeconds(10));

        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: watch", "bot: watch/changed pending", "bot: watch/changed test", "bot: watch/changed live"]);
        source.Looks.ShouldBe(looks);
        source.Payload.ShouldBe("""{"token":"PAYLOAD-SECRET"}""");
        StoreFiles.Contain(host.Path, "PAYLOAD-SECRET").ShouldBeFalse();
    }

    [Fact]
    public async Task A_watch_is_paced_by_whether_its_customer_is_there()
    {
        var source = new Source();
        await using var host = await StartAsync(source);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "watch");
        await host.PassAsync(TimeSpan.FromSeconds(30));
        source.Looks.ShouldBeGreaterThanOrEqualTo(7);

        await host.PassAsync(TimeSpan.FromSeconds(120));
        var before = source.Looks;
        await host.PassAsync(TimeSpan.FromSeconds(120));
        (source.Looks - before).ShouldBeInRange(1, 3);

        var away = source.Looks;
        await host.SayAsync(conversation, "I am back");
        await host.PassAsync(TimeSpan.FromSeconds(2));
        source.Looks.ShouldBeGreaterThan(away);
    }

    [Fact]
    public async Task A_watch_that_is_over_says_so_and_one_that_was_ended_says_nothing()
    {
        await using var host = await StartAsync(new Source());
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "watch");
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        await host.PassAsync(TimeSpan.FromSeconds(130));
        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: watch", "bot: watch/changed pending", "bot: watch/expired pending"]);

        var other = await host.OpenAsync("other");
        await host.SayAsync(other, "watch");
        await host.SettleAsync();
        await host.SayAsync(other, "unwatch");
        await host.PassAsync(TimeSpan.FromSeconds(5));
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM watches").ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_comes_once_when_it_is_due_and_can_be_moved_or_cancelled()
    {
        await using var host = await StartAsync(new Source());
        var reminded = await host.OpenAsync("reminded");
        var moved = await host.OpenAsync("moved");
        var cancelled = await host.OpenAsync("cancelled");
        await host.SayAsync(reminded, "remind");
        await host.SayAsync(moved, "remind");
        await host.SayAsync(moved, "later");
        await host.SayAsync(cancelled, "remind");
        await host.SayAsync(cancelled, "cancel");

        await host.PassAsync(TimeSpan.FromSeconds(29));
        (await host.TranscriptAsync(reminded)).ShouldBe(["user: remind"]);
        await host.PassAsync(TimeSpan.FromSeconds(3));

        (await host.TranscriptAsync(reminded)).ShouldBe(["user: remind", "bot: reminder "]);
        (await host.TranscriptAsync(moved)).ShouldBe(["user: remind", "user: later"]);
        await host.PassAsync(TimeSpan.FromSeconds(60));
        (await host.TranscriptAsync(reminded)).ShouldBe(["user: remind", "bot: reminder "]);
        (await host.TranscriptAsync(moved)).ShouldBe(["user: remind", "user: later", "bot: reminder "]);
        (await host.TranscriptAsync(cancelled)).ShouldBe(["user: remind", "user: cancel"]);
    }

    [Fact]
    public async Task Events_reach_the_sink_in_order_until_it_takes_them_and_a_key_counts_once()
    {
        var sink = new Sink { Refuses = 2 };
        await using var host = await StartAsync(new Source(), services => services.AddSingleton<IBusinessEventSink>(sink));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "live");
        await host.SayAsync(conversation, "live");

        await host.PassAsync(TimeSpan.FromSeconds(12));

        sink.Taken.ShouldBe([new("journey.live", "j1", "j1", """{"journey":"j1"}"""), new("journey.told", "j1", "j1-told", "{}")]);
    }

    private static Task<ConversationsHost> StartAsync(Source source, Action<IServiceCollection>? configure = null) =>
        ConversationsHost.StartAsync(Bot, services =>
        {
            services.AddSingleton<IWatchSource>(source);
            configure?.Invoke(services);
        });

    private sealed class Source : IWatchSource
    {
        public string State { get; set; } = "\"pending\"";
        public bool Final { get; set; }
        public bool Fails { get; set; }
        public int Looks { get; private set; }
        public string? Payload { get; private set; }
        public string Kind => "device";

        public Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken)
        {
            Looks++;
            Payload = watches[0].Payload;
            return Fails
                ? throw new HttpRequestException("down")
                : Task.FromResult<IReadOnlyList<WatchReading>>([.. watches.Select(watch => new WatchReading(watch.Key, State, Final))]);
        }
    }

    private sealed class Sink : IBusinessEventSink
    {
        public int Refuses { get; set; }
        public ConcurrentQueue<BusinessEvent> Taken { get; } = [];

        public Task<EventReceipt> TakeAsync(BusinessEvent businessEvent, CancellationToken cancellationToken)
        {
            if (Refuses-- > 0)
            {
                return Task.FromResult<EventReceipt>(new EventReceipt.Later(TimeSpan.Zero, "not now"));
            }

            Taken.Enqueue(businessEvent);
            return Task.FromResult<EventReceipt>(new EventReceipt.Taken());
        }
    }
}
