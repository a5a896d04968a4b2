using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>What a turn reads. While it is down nobody gets an answer, and the clock is what ends the wait. One reader at a time.</summary>
internal sealed class Outside
{
    private CancellationToken _reader = new(canceled: true);

    public bool IsDown { get; set; }

    private bool IsHanging => !_reader.IsCancellationRequested;

    public Task ReadAsync(CancellationToken cancellationToken)
    {
        if (!IsDown)
        {
            return Task.CompletedTask;
        }

        _reader = cancellationToken;
        return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>Lets time pass, and all happen that is due and does not hang.</summary>
    public async Task PassAsync(ConversationsHost host, TimeSpan span, TimeSpan step)
    {
        for (var left = span; left > TimeSpan.Zero; left -= step)
        {
            await SettleAsync(host);
            host.Clock.Advance(step);
        }

        await SettleAsync(host);
    }

    private async Task SettleAsync(ConversationsHost host)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (var polls = 0; !IsHanging && await host.BacklogAsync() is { IsEmpty: false } left; polls++)
        {
            polls.ShouldBeLessThan(10_000, $"Never settles: {left}");
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
