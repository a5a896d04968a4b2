using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class RecordRow
{
    public required string Kind { get; init; }
    public required string Key { get; init; }

    /// <summary>Counts on through a deletion, so that a turn that read the old record cannot overwrite a new one.</summary>
    public long Version { get; init; }

    /// <summary>Null for a deleted record; such a row goes with its expiry.</summary>
    public string? Content { get; init; }

    public bool Encrypted { get; init; }
    public long? ExpiresAt { get; init; }
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
        builder.Property(row => row.Encrypted).HasColumnName("encrypted");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.HasIndex(row => row.ExpiresAt).HasFilter("expires_at IS NOT NULL").HasDatabaseName("records_expiring");
    }
}

internal static class RecordSql
{
    public const string Find =
        """
        SELECT version, content, encrypted FROM records
        WHERE kind = @kind AND key = @key AND content IS NOT NULL AND (expires_at IS NULL OR expires_at > @now)
        """;

    public const string Create =
        """
        INSERT INTO records (kind, key, version, content, encrypted, expires_at)
        VALUES (@kind, @key, 1, @content, @encrypted, @expires)
        ON CONFLICT (kind, key) DO UPDATE
        SET version = records.version + 1, content = excluded.content, encrypted = excluded.encrypted, expires_at = excluded.expires_at
        WHERE records.content IS NULL OR records.expires_at <= @now
        """;

    public const string Update =
        """
        UPDATE records SET version = version + 1, content = @content, encrypted = @encrypted, expires_at = @expires
        WHERE kind = @kind AND key = @key AND version = @version AND content IS NOT NULL
        """;

    public const string Purge = "DELETE FROM records WHERE expires_at <= @before";
}
