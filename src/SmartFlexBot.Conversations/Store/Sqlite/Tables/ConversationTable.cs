using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class ConversationRow
{
    public required string Key { get; init; }

    /// <summary>ConversationOrigin as JSON, sealed: it names the customer and the account.</summary>
    public required string Origin { get; init; }

    /// <summary>Sealed, but for the first one.</summary>
    public required string State { get; init; }

    /// <summary>Moves with a turn alone.</summary>
    public long StateVersion { get; init; }

    /// <summary>The newest log entry's number; moves in the transaction that writes the rows it numbers.</summary>
    public long LogSeq { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>When the customer last wrote; paces watches.</summary>
    public long LastActivity { get; init; }

    /// <summary>The account as a keyed hash, or what stands for a conversation that has none: whose what it leads to is.</summary>
    public required string Owner { get; init; }
}

internal sealed class ConversationTable : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("conversations").HasKey(row => row.Key);
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Origin).HasColumnName("origin");
        builder.Property(row => row.State).HasColumnName("state");
        builder.Property(row => row.StateVersion).HasColumnName("state_version");
        builder.Property(row => row.LogSeq).HasColumnName("log_seq");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.LastActivity).HasColumnName("last_activity");
        builder.Property(row => row.Owner).HasColumnName("owner");
        builder.HasIndex(row => row.LastActivity).HasDatabaseName("conversations_last_activity");
        builder.HasIndex(row => row.Owner).HasDatabaseName("conversations_owner");
    }
}

internal static class ConversationSql
{
    public const string Open =
        """
        INSERT INTO conversations (key, origin, owner, state, state_version, log_seq, created_at, last_activity)
        VALUES (@key, @origin, @owner, '{}', 0, 0, @now, @now) ON CONFLICT (key) DO NOTHING
        """;

    public const string Origin = "SELECT origin FROM conversations WHERE key = @key";

    public const string Exists = "SELECT 1 FROM conversations WHERE key = @key";

    public const string Load = "SELECT origin, state, state_version FROM conversations WHERE key = @key";

    public const string LogSeq = "SELECT log_seq FROM conversations WHERE key = @key";

    public const string NextLogSeq =
        "UPDATE conversations SET log_seq = log_seq + 1, last_activity = @now WHERE key = @key RETURNING log_seq";

    public const string AppendLog =
        "UPDATE conversations SET log_seq = log_seq + @entries WHERE key = @key RETURNING log_seq";

    public const string ChangeOrigin =
        "UPDATE conversations SET origin = @origin, owner = coalesce(@owner, owner) WHERE key = @key";

    public const string CommitTurn =
        """
        UPDATE conversations SET state = @state, state_version = state_version + 1, log_seq = log_seq + @entries
        WHERE key = @key AND state_version = @version RETURNING log_seq
        """;

    /// <summary>A turn whose activity is accepted in the same commit: one number more, and the customer wrote now.</summary>
    public const string CommitArrival =
        """
        UPDATE conversations SET state = @state, state_version = state_version + 1, log_seq = log_seq + @entries, last_activity = @now
        WHERE key = @key AND state_version = @version RETURNING log_seq
        """;
}
