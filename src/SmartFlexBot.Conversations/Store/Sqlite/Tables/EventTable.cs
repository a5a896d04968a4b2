using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Taken events stay: their keys are used for ever.</summary>
internal sealed class EventRow
{
    public long Id { get; init; }
    /// <summary>A keyed hash.</summary>
    public required string Key { get; init; }

    /// <summary>Whose it is, as a keyed hash: those of one subject are offered in order.</summary>
    public required string Subject { get; init; }

    public required string Name { get; init; }
    /// <summary>Sealed, with key and subject; empty once it was taken.</summary>
    public required string Json { get; init; }

    /// <summary>0 waiting, 1 taken, 2 refused for good.</summary>
    public int Status { get; init; }

    public int Attempts { get; init; }

    /// <summary>How many of the attempts were refused, not just put off.</summary>
    public int Refusals { get; init; }

    public long NotBefore { get; init; }
    public long RecordedAt { get; init; }

    /// <summary>Why it waits or was refused: the other side's words, never an event's content.</summary>
    public string? Reason { get; init; }

    /// <summary>Whose it is, as in conversations.</summary>
    public required string Owner { get; init; }
}

internal sealed class EventTable : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(row => row.Id);
        builder.HasIndex(row => row.Key).IsUnique().HasDatabaseName("events_key");
        builder.HasIndex(row => new { row.Subject, row.Id }).HasFilter("status = 0").HasDatabaseName("events_waiting");
        builder.HasIndex(row => row.Id).HasFilter("status = 2").HasDatabaseName("events_refused");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Subject).HasColumnName("subject");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Json).HasColumnName("json");
        builder.Property(row => row.Status).HasColumnName("status");
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.Refusals).HasColumnName("refusals");
        builder.Property(row => row.NotBefore).HasColumnName("not_before");
        builder.Property(row => row.RecordedAt).HasColumnName("recorded_at");
        builder.Property(row => row.Reason).HasColumnName("reason");
        builder.Property(row => row.Owner).HasColumnName("owner");
        builder.HasIndex(row => row.Owner).HasDatabaseName("events_owner");
    }
}

internal static class EventSql
{
    public const string Insert =
        """
        INSERT INTO events (key, subject, name, json, status, attempts, refusals, not_before, recorded_at, owner)
        SELECT @key, @subject, @name, @json, 0, 0, 0, 0, @now, owner FROM conversations WHERE key = @conversation
        ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>The first of each subject. Those that have waited longest come first, so that none is passed over for ever.</summary>
    public const string Due =
        """
        SELECT id, name, subject, key, json, attempts, refusals FROM events e
        WHERE status = 0 AND not_before <= @now
          AND NOT EXISTS (SELECT 1 FROM events b WHERE b.subject = e.subject AND b.status = 0 AND b.id < e.id)
        ORDER BY not_before, id LIMIT @limit
        """;

    public const string Taken = "UPDATE events SET status = 1, json = '', reason = NULL WHERE id = @id";

    public const string Postpone =
        """
        UPDATE events SET attempts = attempts + 1, refusals = refusals + @refusals, not_before = @not_before, reason = @reason
        WHERE id = @id
        """;

    public const string Refuse =
        "UPDATE events SET status = 2, attempts = attempts + 1, refusals = refusals + 1, reason = @reason WHERE id = @id";

    public const string Refused =
        "SELECT key, name, attempts, recorded_at, reason, json FROM events WHERE status = 2 ORDER BY id LIMIT @limit";

    public const string CountRefused = "SELECT count(*) FROM events WHERE status = 2";

    public const string Retry =
        """
        UPDATE events SET status = 0, attempts = 0, refusals = 0, not_before = 0
        WHERE status = 2 AND (@key IS NULL OR key = @key)
        """;
}
