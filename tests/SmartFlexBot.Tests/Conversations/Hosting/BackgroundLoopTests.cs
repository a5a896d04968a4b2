using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Hosting;

public sealed class BackgroundLoopTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Signal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private int _rounds;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task It_goes_round_after_its_pause_and_earlier_when_it_is_called()
    {
        var loop = Run(_ => Task.CompletedTask);
        await RoundsAsync(1);

        _clock.Advance(TimeSpan.FromSeconds(9));
        await Task.Yield();
        _rounds.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await RoundsAsync(2);
        _signal.Set();
        await RoundsAsync(3);
        await Task.Yield();
        _rounds.ShouldBe(3, "one call is one round");

        await _stop.CancelAsync();
        await loop;
        _rounds.ShouldBe(3);
    }

    [Fact]
    public async Task Work_that_took_longer_than_the_pause_is_followed_by_the_next_at_once()
    {
        var loop = Run(_ =>
        {
            if (_rounds == 1)
            {
                _clock.Advance(TimeSpan.FromSeconds(30));
            }

            return Task.CompletedTask;
        });

        await RoundsAsync(2);

        await _stop.CancelAsync();
        await loop;
    }

    [Fact]
    public async Task A_round_that_fails_ends_neither_the_loop_nor_its_pause()
    {
        var loop = Run(_ => throw new InvalidOperationException("broken"));
        await RoundsAsync(1);
        loop.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await RoundsAsync(2);

        await _stop.CancelAsync();
        await loop;
    }

    [Fact]
    public async Task It_ends_in_peace_when_it_is_stopped_within_a_round()
    {
        var loop = Run(async token => await Task.Delay(Timeout.InfiniteTimeSpan, token));
        await RoundsAsync(1);

        await _stop.CancelAsync();
        await loop;

        _rounds.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_stopped_before_it_began_does_nothing()
    {
        await _stop.CancelAsync();
        await Run(_ => Task.CompletedTask);
        _rounds.ShouldBe(0);
    }

    private Task Run(Func<CancellationToken, Task> work) =>
        new BackgroundLoop("Test", TimeSpan.FromSeconds(10), _signal, _clock, NullLogger.Instance).RunAsync(
            async token =>
            {
                _rounds++;
                await work(token);
            },
            _stop.Token);

    private Task RoundsAsync(int rounds) => Soon.ShouldBeSoAsync(() => _rounds >= rounds, $"There is no round {rounds}.");
}
