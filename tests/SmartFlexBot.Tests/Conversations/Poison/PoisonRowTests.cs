using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Poison;

/// <summary>A row that cannot be read, because of a lost key or a damaged disk, stops nobody else's.</summary>
public sealed class PoisonRowTests
{
    private static readonly IBot Bot = new FunctionBot(turn =>
    {
        var now = turn.Activity.Timestamp!.Value;
        var key = turn.Conversation.ConversationId;
        switch (turn.Activity.Text)
        {
            case "watch":
                turn.Effects.Watch(new("device", key, "{}", TimeSpan.FromSeconds(3), now.AddMinutes(1)));
                return Task.CompletedTask;
            case "command":
                turn.Effects.Command(new("register", key, "{}"));
                return Task.CompletedTask;
            default:
                return turn.SendActivityAsync(turn.Activity.Text ?? turn.Activity.Name!);
        }
    });

    [Fact]
    public async Task A_watch_whose_payload_does_not_open_stops_no_other_and_says_when_it_is_over()
    {
        await using var host = await StartAsync();
        var (poisoned, sound) = (await host.OpenAsync("poisoned"), await host.OpenAsync("sound"));
        await host.SayAsync(poisoned, "watch");
        await host.SettleAsync();
        StoreFiles.Execute(host.Path, "UPDATE watches SET payload = 'rubbish', last_state = NULL, next_at = 0");
        await host.SayAsync(sound, "watch");

        await host.PassAsync(TimeSpan.FromSeconds(5));
        (await host.TranscriptAsync(sound)).ShouldBe(["user: watch", "bot: watch/changed"]);
        await host.PassAsync(TimeSpan.FromMinutes(2));

        (await host.TranscriptAsync(poisoned)).ShouldBe(["user: watch", "bot: watch/changed", "bot: watch/expired"]);
    }

    [Fact]
    public async Task Commands_whose_payload_does_not_open_stop_no_other()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        StoreFiles.Execute(host.Path, Many(
            40,
            """
            INSERT INTO commands (key, kind, conversation, payload, status, attempts, not_before, created_at)
            SELECT 'k' || n, 'register', 'test|gone', 'rubbish', 0, 0, 0, 0 FROM numbers
            """));
        await host.SayAsync(conversation, "command");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: command", "bot: command/result"]);
    }

    [Fact]
    public async Task An_activity_that_cannot_be_read_is_not_delivered_and_what_follows_it_is()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        host.Channel.Answer = (_, asked) => asked == 0 ? new Delivery.Retry(TimeSpan.Zero, "not now") : new Delivery.Delivered();
        await host.SayAsync(conversation, "one");
        await host.SettleAsync();
        StoreFiles.Execute(host.Path, "UPDATE log SET activity = '{' WHERE seq = 2");
        await host.SayAsync(conversation, "two");

        await host.PassAsync(TimeSpan.FromSeconds(10));

        host.Channel.Taken.Select(taken => taken.Text).ShouldBe(["two"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox WHERE status = 1").ShouldBe(1);
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("'watch:device:d1'")]
    public async Task An_item_that_cannot_be_read_is_put_aside_and_what_follows_it_is_answered(string about)
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        StoreFiles.Execute(
            host.Path,
            $$"""
            INSERT INTO inbox (conversation, dedupe_key, activity, status, attempts, not_before, told, activity_id, accepted_at, about)
            VALUES ('test|c1', 'k', '{', 0, 0, 0, 0, 'a', 0, {{about}})
            """);
        await host.SayAsync(conversation, "hello");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: hello"]);
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM inbox WHERE status = 0").ShouldBe(0);
    }

    [Fact]
    public async Task A_conversation_whose_origin_does_not_open_stops_no_other()
    {
        await using var host = await StartAsync();
        var (poisoned, sound) = (await host.OpenAsync("poisoned"), await host.OpenAsync("sound"));
        StoreFiles.Execute(host.Path, "UPDATE conversations SET origin = 'rubbish' WHERE key = 'test|poisoned'");
        await host.Inbox.AcceptAsync(
            poisoned,
            new(new() { Type = ActivityTypes.Message, Text = "hello" }, "k", Logged: true),
            TestContext.Current.CancellationToken);
        await host.SayAsync(sound, "hello");

        await host.ReadAsync(sound, atLeast: 2);

        (await host.LinesAsync(sound)).ShouldBe(["user: hello", "bot: hello"]);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_hides_no_other_key()
    {
        await using var first = await StartAsync();
        var conversation = await first.OpenAsync();
        await first.SayAsync(conversation, "hello");
        await first.SettleAsync();
        StoreFiles.Execute(first.Path, "INSERT INTO key_ring (name, text) VALUES ('poison', 'no XML')");
        var path = StoreFiles.Snapshot(first.Path);

        await using var second = await StartAsync(path);
        await second.SayAsync(conversation, "again");

        (await second.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: hello", "user: again", "bot: again"]);
    }

    private static string Many(int rows, string insert) =>
        $"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows}) {insert};";

    private static Task<ConversationsHost> StartAsync(string? path = null) => ConversationsHost.StartAsync(
        Bot,
        services => services.AddSingleton<IWatchSource, Source>().AddSingleton<ICommandHandler, Registration>(),
        path);

    private sealed class Source : IWatchSource
    {
        public string Kind => "device";

        public Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<WatchReading>>(
                [.. watches.Select(watch => new WatchReading(watch.Key, watch.Payload, Final: false))]);
    }

    private sealed class Registration : ICommandHandler
    {
        public string Kind => "register";

        public Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
            Task.FromResult<CommandOutcome>(new CommandOutcome.Completed("{}"));

        public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) =>
            Task.FromResult<Reconciliation>(new Reconciliation.NotDone());
    }
}
