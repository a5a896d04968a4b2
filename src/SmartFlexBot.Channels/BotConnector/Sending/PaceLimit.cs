namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>So many within such a time.</summary>
internal readonly record struct PaceLimit(int Count, TimeSpan Within);

/// <summary>When the last ones were sent, and when the next one may be.</summary>
internal sealed class SentTimes(IReadOnlyList<PaceLimit> limits)
{
    private readonly TimeSpan _longest = limits.Max(limit => limit.Within);
    private readonly Queue<DateTimeOffset> _times = new();

    public DateTimeOffset Newest { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>
    /// Counts one that goes at the returned time, unless that is later than <paramref name="latest"/>: then it is not counted.
    /// </summary>
    public DateTimeOffset Reserve(DateTimeOffset now, DateTimeOffset latest)
    {
        while (_times.TryPeek(out var oldest) && oldest + _longest <= now)
        {
            _times.Dequeue();
        }

        var at = limits.Where(limit => _times.Count >= limit.Count)
            .Select(limit => _times.ElementAt(_times.Count - limit.Count) + limit.Within)
            .Aggregate(now > Newest ? now : Newest, (later, free) => free > later ? free : later);
        if (at <= latest)
        {
            _times.Enqueue(at);
            Newest = at;
        }

        return at;
    }
}
