using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Records;

/// <summary>What bots save, without knowing what it means: sealed on its way in where asked for, and opened on its way out.</summary>
internal sealed class SealedRecords(IRecordStore store, Protection protection, TimeProvider time) : IRecordReader
{
    /// <summary>A deleted record's row stays as long, so that its version counts on for every turn that may still be running.</summary>
    public static readonly TimeSpan KeepDeleted = TimeSpan.FromHours(1);

    public async Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        await store.FindAsync(kind, key) is { } found
            ? new(kind, key, found.Version, found.Encrypted ? protection.RecordContent.Unprotect(found.Text) : found.Text)
            : null;

    public SealedRecord Seal(RecordWrite write) => new(
        write.Kind,
        write.Key,
        write.ExpectedVersion,
        write.Json is { } json && write.Encrypted ? protection.RecordContent.Protect(json) : write.Json,
        write.Encrypted,
        (write.Json is null ? time.GetUtcNow() + KeepDeleted : write.ExpiresAt)?.ToUnixTimeMilliseconds());
}
