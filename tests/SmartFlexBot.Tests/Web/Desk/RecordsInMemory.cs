using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>Listed records without a database, as far as sessions need them.</summary>
internal sealed class RecordsInMemory(TimeProvider time) : IRecordReader, IListedRecords
{
    private readonly ConcurrentDictionary<(string Kind, string Key), (string Json, DateTimeOffset? ExpiresAt)> _records = new();

    public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) => Task.FromResult(
        _records.TryGetValue((kind, key), out var found) && IsThere(found) ? new StoredRecord(kind, key, 1, found.Json) : null);

    public Task<IReadOnlyList<ListedRecord>> ListAsync(string kind, long after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedRecord>>(
        [
            .. _records.Where(one => one.Key.Kind == kind && IsThere(one.Value))
                .Select(one => new ListedRecord(1, kind, one.Value.Json)),
        ]);

    public Task SaveAsync(string kind, string key, string json, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        _records[(kind, key)] = (json, expiresAt);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ListedRecord>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long> NewestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task WaitAsync(long after, CancellationToken cancellationToken) => throw new NotSupportedException();

    private bool IsThere((string Json, DateTimeOffset? ExpiresAt) record) =>
        record.ExpiresAt is null || record.ExpiresAt > time.GetUtcNow();
}
