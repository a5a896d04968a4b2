using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>What happens by itself is told however long the bot cannot take it up: nobody would send it again.</summary>
public sealed class OwnEventTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(4);

    private readonly Outside _outside = new();

    [Theory]
    [InlineData("command", CommandResult.EventName)]
    [InlineData("watch", WatchEvents.Changed)]
    [InlineData("expire", WatchEvents.Expired)]
    [InlineData("remind", "reminder")]
    [InlineData("post", "post")]
    public async Task It_is_told_once_after_ten_minutes_in_which_nothing_could_be_read(string cause, string name)
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        _outside.IsDown = true;
        await host.SayAsync(conversation, cause);

        await _outside.PassAsync(host, TimeSpan.FromMinutes(10), Step);
        (await host.LinesAsync(conversation)).ShouldBe([$"user: {cause}"]);
        _outside.IsDown = false;
        await _outside.PassAsync(host, TimeSpan.FromMinutes(6), Step);

        (await host.TranscriptAsync(conversation)).ShouldBe([$"user: {cause}", $"bot: told {name}"]);
    }

    [Fact]
    public async Task It_is_told_once_after_ten_minutes_in_which_the_bot_threw()
    {
        var isBroken = true;
        await using var host = await StartAsync(() => isBroken ? throw new InvalidOperationException("broken") : 0);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "remind");

        await host.PassAsync(TimeSpan.FromMinutes(10));
        (await host.LinesAsync(conversation)).ShouldBe(["user: remind"]);
        isBroken = false;
        await _outside.PassAsync(host, TimeSpan.FromMinutes(6), Step);

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: remind", "bot: told reminder"]);
    }

    [Fact]
    public async Task While_it_waits_the_customer_is_answered()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        _outside.IsDown = true;
        await host.SayAsync(conversation, "remind");
        await _outside.PassAsync(host, TimeSpan.FromMinutes(1), Step);

        await host.SayAsync(conversation, "hello");
        await _outside.PassAsync(host, TimeSpan.FromSeconds(40), Step);

        (await host.LinesAsync(conversation)).ShouldBe(["user: remind", "user: hello", "bot: You said hello"]);
        _outside.IsDown = false;
        await _outside.PassAsync(host, TimeSpan.FromMinutes(6), Step);
        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: remind", "user: hello", "bot: You said hello", "bot: told reminder"]);
    }

    [Fact]
    public async Task Who_wrote_after_it_is_answered_although_no_time_passes()
    {
        var (busy, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await ConversationsHost.StartAsync(new FunctionBot(async turn =>
        {
            switch (turn.Activity)
            {
                case { Type: ActivityTypes.Event }:
                    throw new InvalidOperationException("It waits.");
                case { Text: "wait" }:
                    busy.SetResult();
                    await go.Task;
                    break;
                case { Text: "post" }:
                    turn.Effects.Post(new(TestChannel.Id, "c1"), new() { Type = ActivityTypes.Event, Name = "post" }, "p1");
                    break;
            }

            await turn.SendActivityAsync($"You said {turn.Activity.Text}");
        }));
        var (conversation, other) = (await host.OpenAsync("c1"), await host.OpenAsync("c2"));
        await host.SayAsync(conversation, "wait");
        await busy.Task;
        await host.SayAsync(other, "post");
        await host.ReadAsync(other, atLeast: 2);
        await host.SayAsync(conversation, "hello");
        go.SetResult();

        await host.ReadAsync(conversation, atLeast: 4);

        (await host.LinesAsync(conversation)).ShouldBe(["user: wait", "user: hello", "bot: You said wait", "bot: You said hello"]);
    }

    [Fact]
    public async Task What_a_customer_says_is_answered_in_order_and_before_what_happened_after_it()
    {
        await using var host = await StartAsync();
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "remind");
        _outside.IsDown = true;
        await host.SayAsync(conversation, "read");
        await host.SayAsync(conversation, "hello");
        await _outside.PassAsync(host, TimeSpan.FromSeconds(40), Step);

        (await host.LinesAsync(conversation)).ShouldBe(["user: remind", "user: read", "user: hello"]);
        _outside.IsDown = false;
        await _outside.PassAsync(host, TimeSpan.FromMinutes(1), Step);

        (await host.TranscriptAsync(conversation)).ShouldBe(
            ["user: remind", "user: read", "user: hello", "bot: You said read", "bot: You said hello", "bot: told reminder"]);
    }

    [Fact]
    public async Task What_was_seen_before_is_not_told_after_what_was_seen_since()
    {
        var source = new Source("seen", [new("w1", "\"odd\"", Final: false)]);
        var isBroken = true;
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(turn =>
            {
                if (turn.Activity.Text is not null)
                {
                    turn.Effects.Watch(new("seen", "w1", "{}", TimeSpan.FromSeconds(3), turn.Activity.Timestamp!.Value.AddDays(1)));
                    return Task.CompletedTask;
                }

                var state = turn.Activity.Value!["state"]!.ToString();
                return state == "odd" && isBroken ? throw new InvalidOperationException(state) : turn.SendActivityAsync(state);
            }),
            services => services.AddSingleton<IWatchSource>(source));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "watch");
        await host.PassAsync(TimeSpan.FromMinutes(1));

        source.Readings = [new("w1", "\"live\"", Final: true)];
        await host.PassAsync(TimeSpan.FromMinutes(1));
        isBroken = false;
        await host.PassAsync(TimeSpan.FromMinutes(6));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: watch", "bot: live"]);
    }

    private Task<ConversationsHost> StartAsync(Func<int>? onEvent = null) => ConversationsHost.StartAsync(
        new FunctionBot(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Type == ActivityTypes.Event)
            {
                _ = onEvent?.Invoke();
                await _outside.ReadAsync(cancellationToken);
                await turn.SendActivityAsync($"told {turn.Activity.Name}", cancellationToken: cancellationToken);
                return;
            }

            var now = turn.Activity.Timestamp!.Value;
            switch (turn.Activity.Text)
            {
                case "command":
                    turn.Effects.Command(new("register", "k1", "{}"));
                    return;
                case "watch":
                    turn.Effects.Watch(new("seen", "w1", "{}", TimeSpan.FromSeconds(3), now.AddDays(1)));
                    return;
                case "expire":
                    turn.Effects.Watch(new("unseen", "w1", "{}", TimeSpan.FromSeconds(3), now.AddSeconds(2)));
                    return;
                case "remind":
                    turn.Effects.Remind(new("nudge", now.AddSeconds(2), new() { Type = ActivityTypes.Event, Name = "reminder" }));
                    return;
                case "post":
                    turn.Effects.Post(turn.Conversation, new() { Type = ActivityTypes.Event, Name = "post" }, "p1");
                    return;
                case "read":
                    await _outside.ReadAsync(cancellationToken);
                    break;
            }

            await turn.SendActivityAsync($"You said {turn.Activity.Text}", cancellationToken: cancellationToken);
        }),
        services => services
            .AddSingleton<ICommandHandler, Registration>()
            .AddSingleton<IWatchSource>(new Source("seen", [new("w1", "1", Final: true)]))
            .AddSingleton<IWatchSource>(new Source("unseen", [])));

    private sealed class Registration : ICommandHandler
    {
        public string Kind => "register";

        public Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
            Task.FromResult<CommandOutcome>(new CommandOutcome.Completed("{}"));

        public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class Source(string kind, IReadOnlyList<WatchReading> readings) : IWatchSource
    {
        public IReadOnlyList<WatchReading> Readings { get; set; } = readings;

        public string Kind => kind;

        public Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken) =>
            Task.FromResult(Readings);
    }
}
