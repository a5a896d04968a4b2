using System.Collections.Concurrent;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>Wakes one loop early. Set while the loop works, it makes the next wait return at once.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource _set = New();

    public void Set() => _set.TrySetResult();

    /// <summary>Returns when set, or at <paramref name="atLatest"/> on the given clock. For one waiter.</summary>
    public async Task WaitAsync(DateTimeOffset atLatest, TimeProvider time, CancellationToken cancellationToken)
    {
        var current = _set;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = atLatest - time.GetUtcNow();
        var late = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, enough.Token);

        // Asked again, because a clock that is set by hand may have moved on before the delay began.
        if (time.GetUtcNow() < atLatest)
        {
            await Task.WhenAny(current.Task, late);
        }

        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (current.Task.IsCompleted)
        {
            // Whatever sets the old one until here is seen by the work that follows.
            _set = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a commit may have given the background loops to do.</summary>
internal sealed class WorkSignals
{
    public Signal Commands { get; } = new();
    public WatchSignals Watches { get; } = new();
    public Signal Events { get; } = new();
}

/// <summary>One signal for each kind's loop; setting wakes them all.</summary>
internal sealed class WatchSignals
{
    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    public Signal For(string kind) => _signals.GetOrAdd(kind, _ => new());

    public void Set()
    {
        foreach (var signal in _signals.Values)
        {
            signal.Set();
        }
    }
}
