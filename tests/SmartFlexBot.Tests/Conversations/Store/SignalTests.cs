using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class SignalTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Signal _signal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_ends_when_the_signal_is_set_and_the_next_one_waits_anew()
    {
        var first = WaitAsync();
        first.IsCompleted.ShouldBeFalse();
        _signal.Set();
        await first;

        WaitAsync().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_signal_that_was_set_before_the_wait_counts()
    {
        _signal.Set();
        _signal.Set();
        await WaitAsync();
        WaitAsync().IsCompleted.ShouldBeFalse("two calls are one");
    }

    [Fact]
    public async Task A_wait_ends_at_its_time_and_one_whose_time_is_over_is_none()
    {
        var begun = _clock.GetTimestamp();
        var wait = WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        wait.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;

        await _signal.WaitAsync(begun, TimeSpan.FromSeconds(9), _clock, Token);
        await _signal.WaitAsync(begun, TimeSpan.FromSeconds(10), _clock, Token);
    }

    [Fact]
    public async Task Who_is_stopped_does_not_go_on()
    {
        using var stop = new CancellationTokenSource();
        var wait = _signal.WaitAsync(_clock.GetTimestamp(), TimeSpan.FromSeconds(10), _clock, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }

    private Task WaitAsync() => _signal.WaitAsync(_clock.GetTimestamp(), TimeSpan.FromSeconds(10), _clock, Token);
}
