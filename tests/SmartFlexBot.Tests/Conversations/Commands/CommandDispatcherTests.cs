using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using static SmartFlexBot.BotFramework.Ports.CommandOutcome;

namespace SmartFlexBot.Tests.Conversations.Commands;

public sealed class CommandDispatcherTests
{
    [Fact]
    public async Task No_more_run_at_the_same_time_than_is_set_and_the_next_begins_when_one_ends()
    {
        var gates = new Dictionary<string, TaskCompletionSource> { ["a"] = new(), ["b"] = new(), ["c"] = new() };
        var handler = Waiting(gates);
        await using var host = await StartAsync(handler, options => options.ParallelCommands = 2);
        await host.SayAsync(await host.OpenAsync(), "a b c");
        await Soon.ShouldBeSoAsync(() => handler.Executed.Count == 2, "Two may run.");
        await host.PassSweepsAsync(3);
        handler.Executed.ShouldBe(["a", "b"], ignoreOrder: true);

        gates["b"].SetResult();

        await Soon.ShouldBeSoAsync(() => handler.Executed.Contains("c"), "It need not wait for a sweep.");
        gates["a"].SetResult();
        gates["c"].SetResult();
        await host.SettleAsync();
        handler.Executed.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Those_that_have_to_be_looked_for_count_as_running_too()
    {
        var gate = new TaskCompletionSource();
        var handler = Waiting(new() { ["a"] = gate });
        await using var host = await StartAsync(handler, options => options.ParallelCommands = 1);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "lost");
        await host.PassUntilAsync(() => !handler.Looks.IsEmpty, "It is looked for.");

        await host.SayAsync(conversation, "a");
        await host.PassUntilAsync(() => handler.Executed.Contains("a"), "There is room between two looks.");
        var looks = handler.Looks.Count;
        await host.PassSweepsAsync(5);

        handler.Looks.Count.ShouldBe(looks);
        gate.SetResult();
    }

    [Fact]
    public async Task A_stop_waits_for_the_outcome_of_what_runs()
    {
        var gate = new TaskCompletionSource();
        var handler = Waiting(new() { ["a"] = gate });
        var host = await StartAsync(handler);
        await host.SayAsync(await host.OpenAsync(), "a");
        await Soon.ShouldBeSoAsync(() => !handler.Executed.IsEmpty, "It is to run.");

        var stopped = host.DisposeAsync();
        gate.SetResult();
        await stopped;

        StoreFiles.Scalar(host.Path, "SELECT count(*) FROM commands WHERE status = 3").ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_that_can_wait_no_longer_cancels_what_runs_and_it_is_looked_for_after_the_next_start()
    {
        var cancelled = new TaskCompletionSource();
        var handler = new TestHandler
        {
            OnExecute = async (_, token) =>
            {
                await using var told = token.Register(() => cancelled.TrySetResult());
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return new Completed("1");
            },
        };
        var host = await StartAsync(handler, services: services =>
            services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100)));
        await host.SayAsync(await host.OpenAsync(), "a");
        await Soon.ShouldBeSoAsync(() => !handler.Executed.IsEmpty, "It is to run.");

        await host.DisposeAsync();
        await Soon.ShouldBeSoAsync(() => cancelled.Task.IsCompleted, "What runs is told that nobody waits for it.");

        var next = new TestHandler { OnExecute = handler.OnExecute, OnReconcile = () => new Reconciliation.Done(new("2")) };
        await using var second = await ConversationsHost.StartAsync(
            TestHandler.Bot, services => services.AddSingleton<ICommandHandler>(next), host.Path, host.Clock);
        await second.PassAsync(TimeSpan.FromSeconds(5));
        (await second.TranscriptAsync(new(TestChannel.Id, "c1"))).ShouldBe(["user: a", "bot: a: 2"]);
        next.Executed.ShouldBeEmpty();
    }

    private static TestHandler Waiting(Dictionary<string, TaskCompletionSource> gates) => new()
    {
        OnExecute = async (command, _) =>
        {
            await (gates.TryGetValue(command.Key, out var gate) ? gate.Task : throw new HttpRequestException("cut"));
            return new Completed("1");
        },
    };

    private static Task<ConversationsHost> StartAsync(
        TestHandler handler, Action<ConversationsOptions>? options = null, Action<IServiceCollection>? services = null) =>
        ConversationsHost.StartAsync(TestHandler.Bot, all =>
        {
            all.AddSingleton<ICommandHandler>(handler);
            all.Configure(options ?? (_ => { }));
            services?.Invoke(all);
        });
}
