namespace SmartFlexBot.Conversations.Turns;

/// <summary>The senders that wait in their requests for what their activity leads to. For use on one scheduler (a grain's).</summary>
internal sealed class AwaitedAnswers
{
    private readonly List<AwaitedAnswer> _waiting = [];

    /// <returns>To be disposed when the sender waits no longer: what comes then goes through the channel.</returns>
    public AwaitedAnswer Begin(string activityId)
    {
        var awaited = new AwaitedAnswer(activityId, this);
        _waiting.Add(awaited);
        return awaited;
    }

    /// <returns>Those who wait for it, and now go on waiting until the promise is kept or broken; null when nobody does.</returns>
    public AnswerPromise? Promise(string activityId)
    {
        var waiting = _waiting.FindAll(awaited => awaited.ActivityId == activityId);
        return waiting.Count > 0 ? new(waiting) : null;
    }

    public void End(AwaitedAnswer awaited) => _waiting.Remove(awaited);
}

/// <summary>One sender that waits.</summary>
internal sealed class AwaitedAnswer(string activityId, AwaitedAnswers all) : IDisposable
{
    private readonly TaskCompletionSource<IReadOnlyList<string>?> _answer = new();
    private bool _promised;
    private bool _late;

    public string ActivityId => activityId;

    /// <returns>Null when there was no answer in time. One that is being committed then is waited for: it is this sender's alone.</returns>
    public async Task<IReadOnlyList<string>?> WaitAsync(TimeSpan atMost, TimeProvider time)
    {
        try
        {
            return await _answer.Task.WaitAsync(atMost, time);
        }
        catch (TimeoutException)
        {
            _late = true;
            return _promised ? await _answer.Task : null;
        }
    }

    public void Promise() => _promised = true;

    public void Keep(IReadOnlyList<string> answer) => _answer.TrySetResult(answer);

    public void Break()
    {
        _promised = false;
        if (_late)
        {
            _answer.TrySetResult(null);
        }
    }

    public void Dispose() => all.End(this);
}

/// <summary>An answer that is about to be committed for those who wait in their requests, instead of being delivered.</summary>
internal sealed class AnswerPromise : IDisposable
{
    private readonly IReadOnlyList<AwaitedAnswer> _waiting;

    public AnswerPromise(IReadOnlyList<AwaitedAnswer> waiting)
    {
        _waiting = waiting;
        foreach (var awaited in waiting)
        {
            awaited.Promise();
        }
    }

    public void Keep(IReadOnlyList<string> answer)
    {
        foreach (var awaited in _waiting)
        {
            awaited.Keep(answer);
        }
    }

    /// <summary>Broken unless it was kept: nothing was committed, so they wait on.</summary>
    public void Dispose()
    {
        foreach (var awaited in _waiting)
        {
            awaited.Break();
        }
    }
}
