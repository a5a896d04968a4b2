using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>
/// A power cut at each named point: what is on disk at that moment goes on in a new host, and the outside world hears no more of
/// the old one.
/// </summary>
public sealed class KillTests
{
    private static readonly IBot Bot = new FunctionBot(async turn =>
    {
        if (turn.Activity.Name == CommandResult.EventName)
        {
            await turn.SendActivityAsync($"Registered: {turn.Activity.Value!["result"]}");
            return;
        }

        var count = turn.State.Values["count"]?.GetValue<int>() ?? 0;
        turn.State.Values["count"] = count + 1;
        turn.Effects.Command(new("register", $"attempt-{count}", "{}"));
        await turn.SendActivityAsync($"Registering {count}");
        await turn.SendActivityAsync("One moment");
    });

    [Theory]
    [InlineData(ProcessingPoint.Stored)]
    [InlineData(ProcessingPoint.TurnRun)]
    [InlineData(ProcessingPoint.Committed)]
    [InlineData(ProcessingPoint.CommandSent)]
    [InlineData(ProcessingPoint.CommandAnswered)]
    [InlineData(ProcessingPoint.Delivered)]
    [InlineData(ProcessingPoint.Marked)]
    public async Task Nothing_is_lost_or_done_twice_when_the_process_dies_at(ProcessingPoint point)
    {
        var world = new World();
        var probe = new KillProbe(point);
        var firstChannel = new TestChannel();
        var first = await ConversationsHost.StartAsync(
            Bot,
            services => services
                .AddSingleton<IProcessingProbe>(probe)
                .AddSingleton<ICommandHandler>(new Line(world, () => probe.Remains is not null)),
            channel: firstChannel);
        var conversation = await first.OpenAsync();
        probe.Arm(first.Path, firstChannel);
        await first.SayAsync(conversation, "go");
        var remains = await probe.Killed;
        var deliveredBefore = firstChannel.Taken.ToArray();
        await first.DisposeAsync();

        first.Clock.Advance(TimeSpan.FromSeconds(1));
        var channel = new TestChannel();
        await using var second = await ConversationsHost.StartAsync(
            Bot, services => services.AddSingleton<ICommandHandler>(new Line(world, () => false)), remains, first.Clock, channel);
        await second.PassAsync(TimeSpan.FromSeconds(10));

        (await second.TranscriptAsync(conversation)).ShouldBe(
            ["user: go", "bot: Registering 0", "bot: One moment", "bot: Registered: done attempt-0"]);
        world.Done.ShouldBe(["attempt-0"]);
        var delivered = deliveredBefore.Concat(channel.Taken).Select(taken => taken.Sequence).ToList();
        delivered.Distinct().Order().ShouldBe([2, 3, 4]);

        // Only what was handed over and not yet marked may go out again.
        var mayRepeat = point is ProcessingPoint.Stored or ProcessingPoint.TurnRun or ProcessingPoint.Committed ? 0 : 2;
        (delivered.Count - 3).ShouldBeLessThanOrEqualTo(mayRepeat);
    }

    private sealed class KillProbe(ProcessingPoint at) : IProcessingProbe
    {
        private readonly TaskCompletionSource<string> _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _once = new();
        private (string Path, TestChannel Channel)? _host;

        public string? Remains { get; private set; }
        public Task<string> Killed => _killed.Task;

        public void Arm(string path, TestChannel channel) => _host = (path, channel);

        public void Reached(ProcessingPoint point)
        {
            lock (_once)
            {
                if (point == at && Remains is null && _host is { } host)
                {
                    host.Channel.IsCut = true;
                    Remains = StoreFiles.Snapshot(host.Path);
                    _killed.SetResult(Remains);
                }
            }
        }
    }

    private sealed class World
    {
        public ConcurrentQueue<string> Done { get; } = [];
    }

    /// <summary>The way to the outside world; after a kill nothing goes out on it.</summary>
    private sealed class Line(World world, Func<bool> isCut) : ICommandHandler
    {
        public string Kind => "register";

        public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
        {
            if (isCut())
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            world.Done.Enqueue(command.Key);
            return new CommandOutcome.Completed($"\"done {command.Key}\"");
        }

        public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) => Task.FromResult<Reconciliation>(
            world.Done.Contains(command.Key)
                ? new Reconciliation.Done(new($"\"done {command.Key}\""))
                : new Reconciliation.NotDone());
    }
}
