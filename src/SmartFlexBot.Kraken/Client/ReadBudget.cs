using Microsoft.Extensions.Options;

namespace SmartFlexBot.Kraken.Client;

/// <summary>
/// How long Kraken is waited for while something is read: <see cref="KrakenOptions.Timeout"/> for all reads of a turn together, with
/// their retries, their tokens and the waiting for others that read the same; else for each read by itself. So a turn still has the
/// time to say that Kraken does not answer; who comes while it hangs is told sooner. What a turn reads counts against its customer's
/// share of the tenant's points, too.
/// </summary>
public sealed class ReadBudget
{
    private const long NeverHung = long.MinValue;

    /// <summary>What a turn waits for a Kraken that hung a moment ago. Work in the background waits as ever, and finds it back.</summary>
    internal static readonly TimeSpan WhileItHangs = TimeSpan.FromSeconds(2);

    /// <summary>How long a hang counts that nobody saw end.</summary>
    internal static readonly TimeSpan HangCounts = TimeSpan.FromSeconds(30);

    private readonly AsyncLocal<TurnReads?> _turn = new();
    private readonly IOptions<KrakenOptions> _settings;
    private readonly CustomerShare _share;
    private readonly TimeProvider _time;
    private long _hungAt = NeverHung;

    internal ReadBudget(IOptions<KrakenOptions> settings, CustomerShare share, TimeProvider time) =>
        (_settings, _share, _time) = (settings, share, time);

    /// <summary>From here on, whatever the caller awaits shares one time for its reads.</summary>
    /// <param name="customer">Whose turn it is: whose share of points pays for it.</param>
    public void BeginTurn(string customer) => _turn.Value = new(_time.GetTimestamp(), customer, Limit);

    /// <summary>What is left for the next read; nothing or more.</summary>
    internal TimeSpan Left => _turn.Value is not { } turn ? _settings.Value.Timeout
        : turn.Limit - _time.GetElapsedTime(turn.Began) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;

    /// <summary>A read ended without an answer.</summary>
    /// <param name="waited">How long it was waited for: what had no time says nothing of Kraken.</param>
    internal void Hung(TimeSpan waited)
    {
        if (waited >= WhileItHangs)
        {
            Volatile.Write(ref _hungAt, _time.GetTimestamp());
        }
    }

    internal void Answered() => Volatile.Write(ref _hungAt, NeverHung);

    /// <summary>Pays for one read.</summary>
    /// <returns>False when the customer whose turn this is has used up their share. Outside turns nobody pays.</returns>
    internal bool TryPay() => _turn.Value is not { } turn || _share.TryRead(turn.Customer);

    /// <summary>Waits for one's turn at what is read once for everybody.</summary>
    /// <returns>False when the time for reads was over first.</returns>
    internal async Task<bool> EnterAsync(SemaphoreSlim oneAtATime, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Left, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await oneAtATime.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private TimeSpan Limit
    {
        get
        {
            var (timeout, hungAt) = (_settings.Value.Timeout, Volatile.Read(ref _hungAt));
            return hungAt != NeverHung && timeout > WhileItHangs && _time.GetElapsedTime(hungAt) < HangCounts ? WhileItHangs : timeout;
        }
    }

    private sealed record TurnReads(long Began, string Customer, TimeSpan Limit);
}
