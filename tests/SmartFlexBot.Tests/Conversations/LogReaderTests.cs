using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>A channel whose clients read the log, as Direct Line's do.</summary>
public sealed class LogReaderTests
{
    [Fact]
    public async Task What_is_committed_is_delivered_so_a_turn_is_two_commits()
    {
        var probe = new Points();
        var channel = new TestChannel { ReadsLog = true };
        var host = await ConversationsHost.StartAsync(
            Bots.Echo, services => services.AddSingleton<IProcessingProbe>(probe), channel: channel);
        var conversation = await host.OpenAsync();

        await host.SayAsync(conversation, "hello");
        await host.PassAsync(TimeSpan.FromSeconds(5));

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: You said hello"]);
        await host.DisposeAsync();
        probe.Reached.ShouldBe([ProcessingPoint.Stored, ProcessingPoint.TurnRun, ProcessingPoint.Committed]);
        channel.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_said_about_a_slow_turn_waits_in_no_outbox_either()
    {
        var running = new SemaphoreSlim(0);
        var channel = new TestChannel { ReadsLog = true };
        await using var host = await ConversationsHost.StartAsync(
            new FunctionBot(async (turn, cancellationToken) =>
            {
                running.Release();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }),
            services => services.AddSingleton<ITurnFallback, StillChecking>(),
            channel: channel);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "slow");
        await running.WaitAsync(TestContext.Current.CancellationToken);

        host.Clock.Advance(TimeSpan.FromSeconds(8));
        await host.ReadAsync(conversation, atLeast: 2);

        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM outbox").ShouldBe(0);
    }

    [Fact]
    public async Task What_an_earlier_version_left_in_the_outbox_is_cleared()
    {
        string path;
        await using (var host = await ConversationsHost.StartAsync(Bots.Echo, channel: new() { Answer = (_, _) => Later }))
        {
            await host.SayAsync(await host.OpenAsync(), "hello");
            await host.PassAsync(TimeSpan.FromSeconds(1));
            path = host.Path;
        }

        StoreFiles.Scalar(path, "SELECT count(*) FROM outbox").ShouldBe(1);
        await using var next = await ConversationsHost.StartAsync(Bots.Echo, path: path, channel: new() { ReadsLog = true });
        await next.PassAsync(TimeSpan.FromSeconds(70));

        StoreFiles.Scalar(path, "SELECT count(*) FROM outbox").ShouldBe(0);
    }

    private static Delivery Later => new Delivery.Retry(TimeSpan.Zero, "later");

    private sealed class StillChecking : ITurnFallback
    {
        Activity? ITurnFallback.StillChecking(Activity inbound, ConversationOrigin origin, TurnState state) =>
            MessageFactory.Text("still checking");

        public Activity? Failed(Activity inbound, ConversationOrigin origin, TurnState state) => null;
    }
}
