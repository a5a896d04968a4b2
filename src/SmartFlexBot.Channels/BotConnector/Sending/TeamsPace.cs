namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// Teams' limits, kept before it answers 429 (bot protocol H). Each node counts by itself, as each is one sender of the bot to Teams.
/// </summary>
internal sealed class TeamsPace(TimeProvider time)
{
    // Longer pauses are the outbox's.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private const int Crowd = 1000;

    private static readonly PaceLimit[] OfConversation =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1800, TimeSpan.FromHours(1)),
    ];

    private static readonly PaceLimit[] OfTenant = [new(50, TimeSpan.FromSeconds(1))];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SentTimes> _sent = new(StringComparer.Ordinal);

    /// <summary>Waits a little where that is enough.</summary>
    /// <returns>How long to wait instead of sending; zero when it may be sent now.</returns>
    public async Task<TimeSpan> WaitAsync(string conversationId, string? tenantId, CancellationToken cancellationToken)
    {
        var pause = await WaitAsync($"conversation {conversationId}", OfConversation, cancellationToken);
        return pause > TimeSpan.Zero ? pause : await WaitAsync($"tenant {tenantId}", OfTenant, cancellationToken);
    }

    private async Task<TimeSpan> WaitAsync(string sender, PaceLimit[] limits, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pause = Reserve(sender, limits, now) - now;
        if (pause > LongestWait)
        {
            return pause;
        }

        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        return TimeSpan.Zero;
    }

    private DateTimeOffset Reserve(string sender, PaceLimit[] limits, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_sent.TryGetValue(sender, out var sent))
            {
                ForgetIdle(now);
                _sent[sender] = sent = new(limits);
            }

            return sent.Reserve(now, now + LongestWait);
        }
    }

    private void ForgetIdle(DateTimeOffset now)
    {
        if (_sent.Count % Crowd == Crowd - 1)
        {
            foreach (var (sender, _) in _sent.Where(entry => entry.Value.Newest + OfConversation[^1].Within <= now).ToList())
            {
                _sent.Remove(sender);
            }
        }
    }
}
