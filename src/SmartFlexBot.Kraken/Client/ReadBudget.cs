using Microsoft.Extensions.Options;

namespace SmartFlexBot.Kraken.Client;

/// <summary>
/// How long Kraken is waited for while something is read: <see cref="KrakenOptions.Timeout"/> for all reads of a turn together, with
/// their retries, their tokens and the waiting for others that read the same; else for each read by itself. So a turn still has the
/// time to say that Kraken does not answer. What a turn reads counts against its customer's share of the tenant's points, too.
/// </summary>
public sealed class ReadBudget
{
    private readonly AsyncLocal<TurnReads?> _turn = new();
    private readonly IOptions<KrakenOptions> _settings;
    private readonly CustomerShare _share;
    private readonly TimeProvider _time;

    internal ReadBudget(IOptions<KrakenOptions> settings, CustomerShare share, TimeProvider time) =>
        (_settings, _share, _time) = (settings, share, time);

    /// <summary>From here on, whatever the caller awaits shares one time for its reads.</summary>
    /// <param name="customer">Whose turn it is: whose share of points pays for it.</param>
    public void BeginTurn(string customer) => _turn.Value = new(_time.GetTimestamp(), customer);

    /// <summary>What is left for the next read; nothing or more.</summary>
    internal TimeSpan Left => _turn.Value is not { } turn ? _settings.Value.Timeout
        : _settings.Value.Timeout - _time.GetElapsedTime(turn.Began) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;

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

    private sealed record TurnReads(long Began, string Customer);
}
