using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Ids count up in order of acceptance: that is the order of the turns.</summary>
internal sealed class InboxRow
{
    public long Id { get; init; }
    public required string Conversation { get; init; }
    /// <summary>A keyed hash.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>Sealed; null for a logged activity, which is in the log, and for one that is done.</summary>
    public string? Activity { get; init; }

    /// <summary>The secret that belongs to the activity, sealed; erased when it is done.</summary>
    public string? ProtectedValue { get; init; }

    /// <summary>0 undone, 1 done. Done rows stay: they answer duplicates.</summary>
    public int Status { get; init; }

    public int Attempts { get; init; }
    public long NotBefore { get; init; }

    /// <summary>1 once the customer was told that this takes longer.</summary>
    public int Told { get; init; }

    public required string ActivityId { get; init; }
    public long? Seq { get; init; }
    public long AcceptedAt { get; init; }

    /// <summary>What it is about as a keyed hash, for what happened by itself; null for what a customer sent.</summary>
    public string? About { get; init; }

    /// <summary>
    /// The first log entry that its sender got as the answer in its request; null when nothing was said or nobody
    /// waited.
    /// </summary>
    public long? AnswerFrom { get; init; }

    /// <summary>How many entries the answer has; null when it was not given in the request.</summary>
    public int? AnswerCount { get; init; }
}

internal sealed class InboxTable : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Conversation, row.DedupeKey }).IsUnique().HasDatabaseName("inbox_dedupe");
        builder.HasIndex(row => new { row.Conversation, row.Id }).HasFilter("status = 0").HasDatabaseName("inbox_undone");
        builder.HasIndex(row => row.AcceptedAt).HasFilter("status = 1").HasDatabaseName("inbox_done");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.DedupeKey).HasColumnName("dedupe_key");
        builder.Property(row => row.Activity).HasColumnName("activity");
        builder.Property(row => row.ProtectedValue).HasColumnName("protected_value");
        builder.Property(row => row.Status).HasColumnName("status");
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.NotBefore).HasColumnName("not_before");
        builder.Property(row => row.Told).HasColumnName("told");
        builder.Property(row => row.ActivityId).HasColumnName("activity_id");
        builder.Property(row => row.Seq).HasColumnName("seq");
        builder.Property(row => row.AcceptedAt).HasColumnName("accepted_at");
        builder.Property(row => row.About).HasColumnName("about");
        builder.Property(row => row.AnswerFrom).HasColumnName("answer_from");
        builder.Property(row => row.AnswerCount).HasColumnName("answer_count");
    }
}

internal static class InboxSql
{
    public const string FirstAcceptance =
        "SELECT activity_id, seq FROM inbox WHERE conversation = @conversation AND dedupe_key = @key";

    public const string Insert =
        """
        INSERT INTO inbox
            (conversation, dedupe_key, activity, protected_value, status, attempts, not_before, told, activity_id, seq, accepted_at, about)
        VALUES (@conversation, @key, @activity, @protected, 0, 0, 0, 0, @id, @seq, @now, @about)
        ON CONFLICT (conversation, dedupe_key) DO NOTHING
        """;

    /// <summary>What a customer sent and must wait holds back all that came after it; what happened by itself holds back nothing.</summary>
    public const string Ready =
        """
        SELECT i.id, i.dedupe_key, i.activity_id, i.seq, i.attempts, i.told, i.accepted_at, i.protected_value,
               coalesce(i.activity, l.activity), i.about
        FROM inbox i LEFT JOIN log l ON l.conversation = i.conversation AND l.seq = i.seq
        WHERE i.conversation = @conversation AND i.status = 0 AND i.not_before <= @now AND NOT EXISTS (
            SELECT 1 FROM inbox e
            WHERE e.conversation = i.conversation AND e.status = 0 AND e.id < i.id AND e.about IS NULL AND e.not_before > @now)
        ORDER BY i.id LIMIT @limit
        """;

    public const string Done = "UPDATE inbox SET status = 1, activity = NULL, protected_value = NULL WHERE id = @id AND status = 0";

    /// <summary>What waits still and is older than what was answered about the same: no state goes back.</summary>
    public const string DoneBefore =
        """
        UPDATE inbox SET status = 1, activity = NULL, protected_value = NULL
        WHERE conversation = @conversation AND status = 0 AND about = @about AND id < @id
        """;

    public const string Postpone =
        "UPDATE inbox SET attempts = @attempts, not_before = @not_before, told = @told WHERE id = @id AND status = 0";

    public const string HasUndone = "SELECT 1 FROM inbox WHERE conversation = @conversation AND status = 0 LIMIT 1";

    /// <summary>An activity that is accepted and answered in the same commit.</summary>
    public const string InsertAnswered =
        """
        INSERT INTO inbox
            (conversation, dedupe_key, status, attempts, not_before, told, activity_id, seq, accepted_at, answer_from, answer_count)
        VALUES (@conversation, @key, 1, 0, 0, 0, @id, @seq, @now, @answer_from, @answer_count)
        ON CONFLICT (conversation, dedupe_key) DO NOTHING
        """;

    public const string Answered = "UPDATE inbox SET answer_from = @from, answer_count = @count WHERE id = @id";

    public const string FindAnswer =
        "SELECT activity_id, status, answer_from, answer_count FROM inbox WHERE conversation = @conversation AND dedupe_key = @key";
}
