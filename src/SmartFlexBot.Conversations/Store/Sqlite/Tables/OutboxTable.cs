using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>
/// What is still to be delivered, was given up, or may have been delivered. What the channel took is deleted: the log keeps it.
/// </summary>
internal sealed class OutboxRow
{
    public required string Conversation { get; init; }
    public long Seq { get; init; }

    /// <summary>0 waiting, 1 given up, 2 nobody knows whether it was delivered.</summary>
    public int Status { get; init; }

    public int Attempts { get; init; }
    public long NotBefore { get; init; }
    public long CreatedAt { get; init; }

    /// <summary>Why it waits or was given up: the channel's words, never message text.</summary>
    public string? Reason { get; init; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox").HasKey(row => new { row.Conversation, row.Seq });
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.Seq).HasColumnName("seq").ValueGeneratedNever();
        builder.Property(row => row.Status).HasColumnName("status");
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.NotBefore).HasColumnName("not_before");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.Reason).HasColumnName("reason");
        builder.HasIndex(row => row.NotBefore).HasFilter("status = 0").HasDatabaseName("outbox_waiting");
    }
}

internal static class OutboxSql
{
    public const string Insert =
        "INSERT INTO outbox (conversation, seq, status, attempts, not_before, created_at) VALUES (@conversation, @seq, 0, 0, 0, @now)";

    /// <summary>The oldest waiting activities, also those that must wait longer: nothing overtakes them.</summary>
    public const string Waiting =
        """
        SELECT o.attempts, o.not_before, o.seq, l.activity_id, l.at, l.activity
        FROM outbox o JOIN log l ON l.conversation = o.conversation AND l.seq = o.seq
        WHERE o.conversation = @conversation AND o.status = 0 ORDER BY o.seq LIMIT @limit
        """;

    public const string Undelivered =
        "SELECT seq, status, reason FROM outbox WHERE conversation = @conversation ORDER BY seq LIMIT @limit";

    public const string Delivered = "DELETE FROM outbox WHERE conversation = @conversation AND seq = @seq AND status = 0";

    public const string Postpone =
        """
        UPDATE outbox SET attempts = attempts + 1, not_before = @not_before, reason = @reason
        WHERE conversation = @conversation AND seq = @seq AND status = 0
        """;

    public const int GivenUp = 1;

    public const int Uncertain = 2;

    public const string End =
        "UPDATE outbox SET status = @status, attempts = attempts + 1, reason = @reason "
        + "WHERE conversation = @conversation AND seq = @seq AND status = 0";

    public const string GiveUpAll =
        "UPDATE outbox SET status = 1, attempts = attempts + 1, reason = @reason WHERE conversation = @conversation AND status = 0";
}
