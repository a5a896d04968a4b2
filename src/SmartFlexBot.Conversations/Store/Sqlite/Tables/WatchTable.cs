using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class WatchRow
{
    public required string Kind { get; init; }

    /// <summary>A keyed hash.</summary>
    public required string Key { get; init; }
    public required string Conversation { get; init; }

    /// <summary>Sealed, with the key.</summary>
    public required string Payload { get; init; }

    /// <summary>Sealed.</summary>
    public string? LastState { get; init; }

    /// <summary>Moves when the watch is asked for again or has seen a change: a reading made before is then out of date.</summary>
    public long Version { get; init; }

    public long EveryMs { get; init; }
    public long Until { get; init; }
    /// <summary>0 for at once.</summary>
    public long NextAt { get; init; }

    /// <summary>Until when a node has it to itself, to look; 0 when none does.</summary>
    public long LeasedUntil { get; init; }

    /// <summary>Looks in a row that could not be read.</summary>
    public int Failures { get; init; }
}

internal sealed class WatchTable : IEntityTypeConfiguration<WatchRow>
{
    public void Configure(EntityTypeBuilder<WatchRow> builder)
    {
        builder.ToTable("watches").HasKey(row => new { row.Kind, row.Key });
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.Payload).HasColumnName("payload");
        builder.Property(row => row.LastState).HasColumnName("last_state");
        builder.Property(row => row.Version).HasColumnName("version");
        builder.Property(row => row.EveryMs).HasColumnName("every_ms");
        builder.Property(row => row.Until).HasColumnName("until");
        builder.Property(row => row.NextAt).HasColumnName("next_at");
        builder.Property(row => row.LeasedUntil).HasColumnName("leased_until");
        builder.Property(row => row.Failures).HasColumnName("failures");
        builder.HasIndex(row => new { row.Kind, row.NextAt }).HasDatabaseName("watches_due");
        builder.HasIndex(row => row.Conversation).HasDatabaseName("watches_conversation");
    }
}

internal static class WatchSql
{
    public const string Set =
        """
        INSERT INTO watches (kind, key, conversation, payload, last_state, version, every_ms, until, next_at, leased_until, failures)
        VALUES (@kind, @key, @conversation, @payload, NULL, 1, @every, @until, 0, 0, 0)
        ON CONFLICT (kind, key) DO UPDATE
        SET conversation = excluded.conversation, payload = excluded.payload, version = watches.version + 1,
            every_ms = excluded.every_ms, until = excluded.until, next_at = excluded.next_at, leased_until = 0, failures = 0
        """;

    public const string Remove = "DELETE FROM watches WHERE kind = @kind AND key = @key";

    /// <summary>Whether there is anything to claim: an idle node does not write.</summary>
    public const string AnyDue = "SELECT 1 FROM watches WHERE kind = @kind AND next_at <= @now AND leased_until <= @now LIMIT 1";

    /// <summary>The lease keeps other nodes away while this one reads.</summary>
    public const string Claim =
        """
        UPDATE watches SET leased_until = @lease
        WHERE kind = @kind AND key IN (
            SELECT key FROM watches WHERE kind = @kind AND next_at <= @now AND leased_until <= @now ORDER BY next_at LIMIT @limit)
        RETURNING key, conversation, payload, last_state, version, every_ms, until, failures,
                  coalesce((SELECT last_activity FROM conversations c WHERE c.key = watches.conversation), 0)
        """;

    // What follows is fenced by the version that was read.
    public const string Seen =
        "UPDATE watches SET next_at = @next, leased_until = 0, failures = @failures WHERE kind = @kind AND key = @key "
        + "AND version = @version";

    public const string Changed =
        """
        UPDATE watches SET last_state = @state, version = version + 1, next_at = @next, leased_until = 0, failures = 0
        WHERE kind = @kind AND key = @key AND version = @version
        """;

    public const string End = "DELETE FROM watches WHERE kind = @kind AND key = @key AND version = @version";

    /// <summary>The customer is back: look now.</summary>
    public const string Hurry = "UPDATE watches SET next_at = 0 WHERE conversation = @conversation";
}
