using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using static SmartFlexBot.BotFramework.Ports.CommandOutcome;
using static SmartFlexBot.BotFramework.Ports.Reconciliation;

namespace SmartFlexBot.Tests.Conversations;

public sealed class CommandTests
{
    /// <summary>Asks for a command on "do X", and tells each outcome.</summary>
    private static readonly IBot Bot = new FunctionBot(turn =>
    {
        if (turn.Activity.Name == CommandResult.EventName)
        {
            var value = turn.Activity.Value!;
            return turn.SendActivityAsync($"{value["kind"]} {value["key"]}: {value["result"]!.ToJsonString()}");
        }

        turn.Effects.Command(new("register", turn.Activity.Text!, """{"token":"PAYLOAD-SECRET"}"""));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_command_is_carried_out_once_and_its_outcome_enters_the_conversation()
    {
        var handler = new Handler();
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();

        await host.SayAsync(conversation, "j1");
        await host.SettleAsync();
        await host.SayAsync(conversation, "j1");

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", """bot: register j1: {"id":7}""", "user: j1"]);
        handler.Executed.ShouldBe([new("register", "j1", """{"token":"PAYLOAD-SECRET"}""", conversation, 1)]);
        handler.Reconciled.ShouldBeEmpty();
        StoreFiles.Contain(host.Path, "PAYLOAD-SECRET").ShouldBeFalse();
        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM commands WHERE payload IS NULL AND status = 3").ShouldBe(1);
    }

    [Fact]
    public async Task A_command_that_certainly_changed_nothing_is_tried_again_after_its_pause()
    {
        var handler = new Handler
        {
            OnExecute = command => command.Attempt == 1 ? new TryAgain(TimeSpan.FromSeconds(5), "rate limit") : new Completed("1"),
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");

        await host.PassAsync(TimeSpan.FromSeconds(4));
        handler.Executed.Count.ShouldBe(1);
        await host.PassAsync(TimeSpan.FromSeconds(4));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", "bot: register j1: 1"]);
        handler.Executed.Select(command => command.Attempt).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_command_without_an_outcome_that_was_done_is_not_repeated()
    {
        var handler = new Handler { OnExecute = _ => throw new HttpRequestException("cut"), OnReconcile = _ => new Done(new("9")) };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", "bot: register j1: 9"]);
        handler.Executed.Count.ShouldBe(1);
        handler.Reconciled.ShouldHaveSingleItem().Payload.ShouldContain("PAYLOAD-SECRET");
    }

    [Fact]
    public async Task A_command_without_an_outcome_that_was_not_done_is_carried_out_again()
    {
        var handler = new Handler
        {
            OnExecute = command => command.Attempt == 1 ? throw new HttpRequestException("cut") : new Completed("2"),
            OnReconcile = _ => new NotDone(),
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", "bot: register j1: 2"]);
        handler.Executed.Count.ShouldBe(2);
        handler.Reconciled.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_that_cannot_be_read_now_is_looked_at_again()
    {
        var looks = 0;
        var handler = new Handler
        {
            OnExecute = _ => throw new HttpRequestException("cut"),
            OnReconcile = _ => ++looks switch
            {
                1 => throw new HttpRequestException("down"),
                2 => new LookAgain(TimeSpan.FromSeconds(5), "still down"),
                _ => new Done(new("3")),
            },
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");

        await host.PassAsync(TimeSpan.FromSeconds(20));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", "bot: register j1: 3"]);
        (handler.Executed.Count, looks).ShouldBe((1, 3));
    }

    [Fact]
    public async Task A_command_about_which_reading_cannot_tell_ends_with_an_outcome_that_says_so()
    {
        var handler = new Handler
        {
            OnExecute = _ => throw new HttpRequestException("cut"),
            OnReconcile = _ => new Inconclusive(new("""{"unknown":true}""")),
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");

        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", """bot: register j1: {"unknown":true}"""]);
        handler.Executed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_cancelled_and_reconciled()
    {
        var begun = new TaskCompletionSource();
        var handler = new Handler
        {
            Before = async cancellationToken =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            },
            OnReconcile = _ => new Done(new("4")),
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "j1");
        await begun.Task;

        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: j1", "bot: register j1: 4"]);
    }

    [Fact]
    public async Task A_slow_command_holds_up_neither_the_conversation_nor_another_command()
    {
        var release = new TaskCompletionSource();
        var handler = new Handler();
        handler.Before = async _ =>
        {
            if (handler.Executed.Count == 1)
            {
                await release.Task;
            }
        };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "slow");
        await host.SayAsync(conversation, "quick");

        var entries = await host.ReadAsync(conversation, atLeast: 3);

        release.SetResult();
        entries.Count.ShouldBe(3);
        (await host.TranscriptAsync(conversation)).Count(line => line.StartsWith("bot", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static Task<ConversationsHost> StartAsync(Handler handler) =>
        ConversationsHost.StartAsync(Bot, services => services.AddSingleton<ICommandHandler>(handler));

    private sealed class Handler : ICommandHandler
    {
        public ConcurrentQueue<Command> Executed { get; } = [];
        public ConcurrentQueue<Command> Reconciled { get; } = [];
        public Func<CancellationToken, Task>? Before { get; set; }
        public Func<Command, CommandOutcome> OnExecute { get; init; } = _ => new Completed("""{"id":7}""");
        public Func<Command, Reconciliation>? OnReconcile { get; init; }
        public string Kind => "register";

        public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
        {
            Executed.Enqueue(command);
            await (Before?.Invoke(cancellationToken) ?? Task.CompletedTask);
            return OnExecute(command);
        }

        public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken)
        {
            Reconciled.Enqueue(command);
            return Task.FromResult(OnReconcile!(command));
        }
    }
}
