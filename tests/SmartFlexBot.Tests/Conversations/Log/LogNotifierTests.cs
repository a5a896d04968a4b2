using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Log;

public sealed class LogNotifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_no_longer_is_forgotten()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var notifier = host.Services.GetRequiredService<LogNotifier>();
        var conversation = await host.OpenAsync();
        var waiting = host.History.WaitAsync(conversation, 0, Token);
        using var left = new CancellationTokenSource();
        var leaving = host.History.WaitAsync(await host.OpenAsync("left"), 0, left.Token);
        notifier.Waiting.ShouldBe(2);

        await left.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        notifier.Waiting.ShouldBe(1);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await waiting;

        notifier.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Who_finds_something_at_once_is_forgotten()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello");
        await host.SettleAsync();

        await host.History.WaitAsync(conversation, 0, Token);

        host.Services.GetRequiredService<LogNotifier>().Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Who_leaves_costs_nobody_else_the_news()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();
        using var left = new CancellationTokenSource();
        var leaving = host.History.WaitAsync(conversation, 0, left.Token);
        var staying = host.ReadAsync(conversation, atLeast: 1);
        await left.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);

        await host.SayAsync(conversation, "hello");

        (await staying)[0].ReadActivity().Text.ShouldBe("hello");
    }
}
