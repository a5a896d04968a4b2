using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite;
using static SmartFlexBot.BotFramework.Ports.CommandOutcome;
using static SmartFlexBot.BotFramework.Ports.Reconciliation;

namespace SmartFlexBot.Tests.Conversations.Commands;

public sealed class CommandWorkTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task What_cannot_be_looked_for_is_looked_for_less_and_less_often_and_never_given_up()
    {
        var handler = new TestHandler { OnExecute = Cut, Time = _clock };
        await using var host = await StartAsync(handler);
        await host.SayAsync(await host.OpenAsync(), "a");

        await host.PassAsync(TimeSpan.FromSeconds(70));
        await host.PassAsync(TimeSpan.FromMinutes(19), TimeSpan.FromSeconds(4));

        var gaps = Gaps(handler.Looks);
        gaps[0].ShouldBeInRange(2, 5);
        gaps.Take(3).ShouldAllBe(gap => gap >= 2 && gap < 20);
        gaps.Zip(gaps.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First - 8);
        gaps[^1].ShouldBeInRange(300, 310);
        gaps.Max().ShouldBeLessThanOrEqualTo(310);
        handler.Executed.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(10, 10)]
    public async Task It_is_looked_for_again_when_the_handler_asks_but_never_at_once(int asked, int pause)
    {
        var handler = new TestHandler
        {
            OnExecute = Cut,
            OnReconcile = () => new LookAgain(TimeSpan.FromSeconds(asked), "not yet"),
            Time = _clock,
        };
        await using var host = await StartAsync(handler);
        await host.SayAsync(await host.OpenAsync(), "a");

        await host.PassAsync(TimeSpan.FromSeconds(40));

        var gaps = Gaps(handler.Looks);
        gaps[0].ShouldBeInRange(2, 4.1);
        gaps.Skip(1).ShouldAllBe(gap => gap >= pause && gap <= pause + 3);
    }

    [Fact]
    public async Task One_that_no_handler_takes_waits_a_minute_and_no_longer_when_there_is_one()
    {
        string path;
        await using (var first = await ConversationsHost.StartAsync(TestHandler.Bot, clock: _clock))
        {
            await first.SayAsync(await first.OpenAsync(), "a");
            await first.PassAsync(TimeSpan.FromSeconds(59));
            Errors(first).ShouldBe(1);
            await first.PassAsync(TimeSpan.FromSeconds(5));
            Errors(first).ShouldBe(2);
            path = first.Path;
        }

        var handler = new TestHandler { OnExecute = (_, _) => Task.FromResult<CommandOutcome>(new Completed("1")) };
        await using var host = await StartAsync(handler, path);
        await host.PassAsync(TimeSpan.FromSeconds(64));

        (await host.TranscriptAsync(new(TestChannel.Id, "c1"))).ShouldBe(["user: a", "bot: a: 1"]);

        static int Errors(ConversationsHost host) =>
            host.Log.Entries.Count(entry => entry.Message.Contains("no handler", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_does_not_heed_its_time_is_left_behind_and_only_then_is_its_work_looked_for()
    {
        var stuck = new TaskCompletionSource<CommandOutcome>();
        var handler = new TestHandler { OnExecute = (_, _) => stuck.Task, OnReconcile = () => new Done(new("found")), Time = _clock };
        await using var host = await StartAsync(handler);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "a");
        await Soon.ShouldBeSoAsync(() => !handler.Executed.IsEmpty, "It is to run.");

        await host.PassSweepsAsync(15);
        handler.Looks.ShouldBeEmpty("it may still send");
        await host.PassSweepsAsync(4);

        await Soon.ShouldBeSoAsync(() => !handler.Looks.IsEmpty, "It was left behind.");
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: a: found"]);
        stuck.SetResult(new Completed("late"));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: a: found"]);
    }

    [Fact]
    public async Task Its_outcome_is_kept_until_the_store_takes_it()
    {
        IDisposable? locked = null;
        string? path = null;
        var handler = new TestHandler
        {
            OnExecute = (_, _) =>
            {
                locked = StoreFiles.Lock(path!);
                return Task.FromResult<CommandOutcome>(new Completed("1"));
            },
        };
        await using var host = await StartAsync(handler);
        path = host.Path;
        var conversation = await host.OpenAsync();
        await host.Services.GetRequiredService<StoreWriter>().WriteAsync(
            session => session.First("PRAGMA busy_timeout = 10", row => row.GetInt64(0)));
        await host.SayAsync(conversation, "a");
        await Soon.ShouldBeSoAsync(() => locked is not null, "It is to run.");
        await host.Log.WaitForAsync("database is locked");

        locked!.Dispose();
        await host.PassUntilAsync(
            () => StoreFiles.Scalar(host.Path, "SELECT count(*) FROM commands WHERE status = 3") == 1, "The outcome was lost.");

        (await host.TranscriptAsync(conversation)).ShouldBe(["user: a", "bot: a: 1"]);
        (handler.Executed.Count, handler.Looks.Count).ShouldBe((1, 0));
    }

    private static Task<CommandOutcome> Cut(Command command, CancellationToken cancellationToken) => throw new HttpRequestException("cut");

    private static double[] Gaps(IEnumerable<DateTimeOffset> times)
    {
        var all = times.Prepend(Start).ToArray();
        return [.. all.Zip(all.Skip(1), (one, next) => (next - one).TotalSeconds)];
    }

    private Task<ConversationsHost> StartAsync(TestHandler handler, string? path = null) => ConversationsHost.StartAsync(
        TestHandler.Bot, services => services.AddSingleton<ICommandHandler>(handler), path, _clock);
}
