namespace SmartFlexBot.Conversations.Store;

/// <summary>Wakes one loop early. Set while the loop works, it makes the next wait return at once.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource _set = New();

    public void Set() => _set.TrySetResult();

    /// <summary>Returns when set, or when the pause is over. For one waiter.</summary>
    /// <param name="begun">The clock's timestamp from which the pause counts.</param>
    public async Task WaitAsync(long begun, TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        var current = _set;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = pause - time.GetElapsedTime(begun);
        var late = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, enough.Token);

        // Asked again, because a clock that is set by hand may have moved on before the delay began.
        if (time.GetElapsedTime(begun) < pause)
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
