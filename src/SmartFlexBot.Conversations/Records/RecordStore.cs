using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Records;

/// <summary>What bots save, without knowing what it means.</summary>
internal sealed class RecordStore(StoreReader reader, Protection protection, TimeProvider time) : IRecordReader
{
    /// <summary>A deleted record's row stays as long, so that its version counts on for every turn that may still be running.</summary>
    public static readonly TimeSpan KeepDeleted = TimeSpan.FromHours(1);

    public StoredRecord? Find(string kind, string key)
    {
        var now = time.UnixNow();
        return reader.Read(session => session.First(
            RecordSql.Find,
            row => new StoredRecord(kind, key, row.GetInt64(0), row.GetBoolean(2)
                ? protection.RecordContent.Unprotect(row.GetString(1))
                : row.GetString(1)),
            kind, key, now));
    }

    public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        Task.Run(() => Find(kind, key), cancellationToken);

    /// <summary>Makes a write ready outside the writer's thread, where encryption belongs.</summary>
    public PreparedRecord Prepare(RecordWrite write) => new(
        write.Kind,
        write.Key,
        write.ExpectedVersion,
        write.Json is { } json && write.Encrypted ? protection.RecordContent.Protect(json) : write.Json,
        write.Encrypted,
        (write.Json is null ? time.GetUtcNow() + KeepDeleted : write.ExpiresAt)?.ToUnixTimeMilliseconds());

    /// <exception cref="StaleVersionException">Somebody else has written the record since it was read.</exception>
    public static void Write(SqlSession session, PreparedRecord record, long now)
    {
        var encrypted = record.Encrypted ? 1 : 0;
        var written = record.ExpectedVersion == 0
            ? session.Execute(RecordSql.Create, record.Kind, record.Key, record.Content, encrypted, record.ExpiresAt, now)
            : session.Execute(
                RecordSql.Update, record.Content, encrypted, record.ExpiresAt, record.Kind, record.Key, record.ExpectedVersion);
        if (written == 0)
        {
            throw new StaleVersionException();
        }
    }
}

internal sealed record PreparedRecord(
    string Kind, string Key, long ExpectedVersion, string? Content, bool Encrypted, long? ExpiresAt);

/// <summary>A turn was decided on facts that have changed since: it is run again on fresh ones.</summary>
internal sealed class StaleVersionException() : Exception("The state or a record has changed since it was read.");
