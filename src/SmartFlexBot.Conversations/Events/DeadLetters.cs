using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Events;

/// <summary>
/// Business events that were refused for good, for operators: to be seen, and offered again by hand when the cause is
/// gone.
/// </summary>
public sealed class DeadLetters
{
    private readonly IEventStore _store;
    private readonly WorkSignals _signals;

    internal DeadLetters(IEventStore store, WorkSignals signals) => (_store, _signals) = (store, signals);

    public ValueTask<int> CountAsync() => _store.CountRefusedAsync();

    /// <returns>The oldest ones.</returns>
    public ValueTask<IReadOnlyList<RefusedEvent>> ReadAsync(int limit) => _store.ReadRefusedAsync(limit);

    /// <summary>They are offered again at once, before what their subjects have recorded since and nobody has taken.</summary>
    /// <param name="key">The event's; null for all.</param>
    /// <returns>How many.</returns>
    public async Task<int> RetryAsync(string? key)
    {
        var retried = await _store.RetryAsync(key);
        _signals.Events.Set();
        return retried;
    }
}
