using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class ReminderRow
{
    public required string Conversation { get; init; }

    /// <summary>A keyed hash.</summary>
    public required string Key { get; init; }
    public long DueAt { get; init; }

    /// <summary>Sealed, with the key.</summary>
    public required string Activity { get; init; }
}

internal sealed class ReminderTable : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("reminders").HasKey(row => new { row.Conversation, row.Key });
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.DueAt).HasColumnName("due_at");
        builder.Property(row => row.Activity).HasColumnName("activity");
        builder.HasIndex(row => row.DueAt).HasDatabaseName("reminders_due");
    }
}

internal static class ReminderSql
{
    public const string Set =
        """
        INSERT INTO reminders (conversation, key, due_at, activity) VALUES (@conversation, @key, @due, @activity)
        ON CONFLICT (conversation, key) DO UPDATE SET due_at = excluded.due_at, activity = excluded.activity
        """;

    public const string Cancel = "DELETE FROM reminders WHERE conversation = @conversation AND key = @key";

    public const string Due =
        "SELECT conversation, key, due_at, activity FROM reminders WHERE due_at <= @now ORDER BY due_at LIMIT @limit";

    /// <summary>Fires once: whoever deletes it brings the event. A reminder that was moved meanwhile stays.</summary>
    public const string Fire = "DELETE FROM reminders WHERE conversation = @conversation AND key = @key AND due_at = @due";
}
