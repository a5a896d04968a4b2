namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// Records that were saved as <see cref="RecordWrite.IsListed"/>, outside of a turn: all of a kind, and what has changed. Each change has a
/// number, higher than all before it, and at least the time of the change in Unix milliseconds.
/// </summary>
public interface IListedRecords
{
    /// <returns>Those of a kind whose last change has a higher number than <paramref name="after"/>, in the order of it.</returns>
    Task<IReadOnlyList<ListedRecord>> ListAsync(string kind, long after, CancellationToken cancellationToken);

    /// <returns>
    /// Whatever has changed after that number, of every kind, in order, at most <paramref name="limit"/>. What has changed several times
    /// comes once, as it is now; what was deleted does not come.
    /// </returns>
    Task<IReadOnlyList<ListedRecord>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <returns>The number of the newest change; 0 when there is none.</returns>
    Task<long> NewestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Completes when there may be a change after that number: at the latest after the slow poll's interval, for it may be made elsewhere.
    /// </summary>
    Task WaitAsync(long after, CancellationToken cancellationToken);

    /// <summary>Saves what belongs to no conversation, and so to no turn. Whoever saves last is right.</summary>
    Task SaveAsync(string kind, string key, string json, CancellationToken cancellationToken) =>
        SaveAsync(kind, key, json, expiresAt: null, cancellationToken);

    /// <inheritdoc cref="SaveAsync(string, string, string, CancellationToken)"/>
    /// <param name="expiresAt">From then on there is no such record; null: it stays.</param>
    Task SaveAsync(string kind, string key, string json, DateTimeOffset? expiresAt, CancellationToken cancellationToken);
}

/// <param name="Number">Of its last change.</param>
public sealed record ListedRecord(long Number, string Kind, string Json);
