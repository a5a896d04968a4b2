using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Records;

/// <summary>What bots save, without knowing what it means.</summary>
internal sealed class StoredRecords(IRecordStore store, TimeProvider time) : IRecordReader
{
    /// <summary>A deleted record's row stays as long, so that its version counts on for every turn that may still be running.</summary>
    public static readonly TimeSpan KeepDeleted = TimeSpan.FromHours(1);

    public async Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        await store.FindAsync(kind, key) is { } found ? new(kind, key, found.Version, found.Text) : null;

    public RecordChange ChangeOf(RecordWrite write) => new(
        write.Kind,
        write.Key,
        write.ExpectedVersion,
        write.Json,
        write.IsEvidence,
        (write.Json is null ? time.GetUtcNow() + KeepDeleted : write.ExpiresAt)?.ToUnixTimeMilliseconds(),
        write is { IsListed: true, Json: not null });
}
