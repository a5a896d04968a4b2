using Microsoft.Extensions.Time.Testing;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>A clock that tests move, and that says when somebody has begun to wait on it.</summary>
public sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _created = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _created.Add(dueTime);
            _next.SetResult();
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return timer;
    }

    /// <summary>Completes when <paramref name="count"/> waits of this length were begun, in all.</summary>
    public async Task WaitsAsync(TimeSpan dueTime, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_created.Count(due => due == dueTime) >= count)
                {
                    return;
                }

                changed = _next.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }
}
