using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Taken events stay: their keys are used for ever.</summary>
internal sealed class EventRow
{
    public long Id { get; init; }
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Json { get; init; }
    public bool Taken { get; init; }
    public int Attempts { get; init; }
    public long NotBefore { get; init; }
    public long RecordedAt { get; init; }
}

internal sealed class EventTable : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(row => row.Id);
        builder.HasIndex(row => row.Key).IsUnique().HasDatabaseName("events_key");
        builder.HasIndex(row => new { row.Taken, row.Id }).HasFilter("taken = 0").HasDatabaseName("events_waiting");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Json).HasColumnName("json");
        builder.Property(row => row.Taken).HasColumnName("taken");
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.NotBefore).HasColumnName("not_before");
        builder.Property(row => row.RecordedAt).HasColumnName("recorded_at");
    }
}

internal static class EventSql
{
    public const string Insert =
        """
        INSERT INTO events (key, name, json, taken, attempts, not_before, recorded_at) VALUES (@key, @name, @json, 0, 0, 0, @now)
        ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>The oldest, also those that must wait: nothing overtakes them.</summary>
    public const string Waiting = "SELECT id, key, name, json, attempts, not_before FROM events WHERE taken = 0 ORDER BY id LIMIT @limit";

    public const string Postpone = "UPDATE events SET attempts = attempts + 1, not_before = @not_before WHERE id = @id";

    public const string Taken = "UPDATE events SET taken = 1 WHERE id = @id";
}
