using Microsoft.Extensions.Options;

namespace SmartFlexBot.Kraken.Client;

/// <summary>
/// How long Kraken is waited for while something is read: <see cref="KrakenOptions.Timeout"/> for all reads of a turn together, with
/// their retries, their tokens and the waiting for others that read the same; else for each read by itself. So a turn still has the
/// time to say that Kraken does not answer.
/// </summary>
public sealed class ReadBudget(IOptions<KrakenOptions> settings, TimeProvider time)
{
    private readonly AsyncLocal<long?> _turnBegan = new();

    /// <summary>From here on, whatever the caller awaits shares one time for its reads.</summary>
    public void BeginTurn() => _turnBegan.Value = time.GetTimestamp();

    /// <summary>What is left for the next read; nothing or more.</summary>
    internal TimeSpan Left => _turnBegan.Value is not { } began ? settings.Value.Timeout
        : settings.Value.Timeout - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;

    /// <summary>Waits for one's turn at what is read once for everybody.</summary>
    /// <returns>False when the time for reads was over first.</returns>
    internal async Task<bool> EnterAsync(SemaphoreSlim oneAtATime, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Left, time);
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
}
