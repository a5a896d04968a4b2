using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class RecordRow
{
    public required string Kind { get; init; }

    /// <summary>A keyed hash.</summary>
    public required string Key { get; init; }

    /// <summary>Counts on through a deletion, so that a turn that read the old record cannot overwrite a new one.</summary>
    public long Version { get; init; }

    /// <summary>Sealed; null for a deleted record; such a row goes with its expiry.</summary>
    public string? Content { get; init; }

    /// <summary>Kept apart, for its own time.</summary>
    public bool Evidence { get; init; }

    public long? ExpiresAt { get; init; }
    public long WrittenAt { get; init; }

    /// <summary>
    /// Of its last change, higher than all before it; null for what is not listed. No lower than the clock: when the highest is deleted,
    /// the next is higher all the same.
    /// </summary>
    public long? Number { get; init; }

    /// <summary>Whose it is, as in conversations.</summary>
    public required string Owner { get; init; }
}

internal sealed class RecordTable : IEntityTypeConfiguration<RecordRow>
{
    public void Configure(EntityTypeBuilder<RecordRow> builder)
    {
        builder.ToTable("records").HasKey(row => new { row.Kind, row.Key });
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Version).HasColumnName("version");
        builder.Property(row => row.Content).HasColumnName("content");
        builder.Property(row => row.Evidence).HasColumnName("evidence");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.WrittenAt).HasColumnName("written_at");
        builder.Property(row => row.Number).HasColumnName("number");
        builder.Property(row => row.Owner).HasColumnName("owner");
        builder.HasIndex(row => row.WrittenAt).HasDatabaseName("records_written");
        builder.HasIndex(row => row.Owner).HasDatabaseName("records_owner");
        builder.HasIndex(row => row.Number).HasFilter("number IS NOT NULL").HasDatabaseName("records_number");
        builder.HasIndex(row => new { row.Kind, row.Number }).HasFilter("number IS NOT NULL").HasDatabaseName("records_listed");
        builder.HasIndex(row => row.ExpiresAt).HasFilter("expires_at IS NOT NULL").HasDatabaseName("records_expiring");
    }
}

internal static class RecordSql
{
    public const string Find =
        """
        SELECT version, content FROM records
        WHERE kind = @kind AND key = @key AND content IS NOT NULL AND (expires_at IS NULL OR expires_at > @now)
        """;

    private const string NextNumber =
        """
        CASE WHEN @listed = 1
            THEN max(@now, coalesce((SELECT max(number) FROM records WHERE number IS NOT NULL), 0) + 1) END
        """;

    public const string Create =
        $"""
        INSERT INTO records (kind, key, version, content, evidence, expires_at, written_at, number, owner)
        SELECT @kind, @key, 1, @content, @evidence, @expires, @now, {NextNumber}, owner FROM conversations WHERE key = @conversation
        ON CONFLICT (kind, key) DO UPDATE
        SET version = records.version + 1, content = excluded.content, evidence = excluded.evidence, expires_at = excluded.expires_at,
            written_at = excluded.written_at, number = excluded.number, owner = excluded.owner
        WHERE records.content IS NULL OR records.expires_at <= @now
        """;

    public const string Update =
        $"""
        UPDATE records SET version = version + 1, content = @content, evidence = @evidence, expires_at = @expires, written_at = @now,
            number = {NextNumber}
        WHERE kind = @kind AND key = @key AND version = @version AND content IS NOT NULL
        """;

    /// <summary>Of nobody, and over whatever is there.</summary>
    public const string Put =
        $"""
        INSERT INTO records (kind, key, version, content, evidence, expires_at, written_at, number, owner)
        VALUES (@kind, @key, 1, @content, 0, @expires, @now, {NextNumber}, '')
        ON CONFLICT (kind, key) DO UPDATE
        SET version = records.version + 1, content = excluded.content, expires_at = excluded.expires_at, written_at = excluded.written_at,
            number = excluded.number
        """;

    public const string ListOf =
        """
        SELECT number, kind, key, content FROM records
        WHERE kind = @kind AND number > @after AND content IS NOT NULL AND (expires_at IS NULL OR expires_at > @now)
        ORDER BY number LIMIT @limit
        """;

    public const string Changes =
        """
        SELECT number, kind, key, content FROM records
        WHERE number > @after AND content IS NOT NULL AND (expires_at IS NULL OR expires_at > @now)
        ORDER BY number LIMIT @limit
        """;

    public const string Newest = "SELECT coalesce(max(number), 0) FROM records WHERE number IS NOT NULL";

    public const string Purge = "DELETE FROM records WHERE expires_at <= @before";
}
