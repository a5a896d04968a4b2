using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class LogRow
{
    public required string Conversation { get; init; }
    public long Seq { get; init; }
    public required string ActivityId { get; init; }
    public long At { get; init; }

    /// <summary>Sealed JSON without id and time: those are known only inside the transaction and have columns of their own.</summary>
    public required string Activity { get; init; }
}

internal sealed class LogTable : IEntityTypeConfiguration<LogRow>
{
    public void Configure(EntityTypeBuilder<LogRow> builder)
    {
        builder.ToTable("log").HasKey(row => new { row.Conversation, row.Seq });
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.Seq).HasColumnName("seq").ValueGeneratedNever();
        builder.Property(row => row.ActivityId).HasColumnName("activity_id");
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Activity).HasColumnName("activity");
        builder.HasIndex(row => row.At).HasDatabaseName("log_at");
    }
}

internal static class LogSql
{
    public const string Insert =
        "INSERT INTO log (conversation, seq, activity_id, at, activity) VALUES (@conversation, @seq, @id, @at, @activity)";

    /// <summary>An entry leaves when those after it fill the limit, unless somebody still needs it.</summary>
    public const string Trim =
        """
        DELETE FROM log WHERE conversation = @conversation AND seq <= (
            SELECT max(seq) FROM (
                SELECT seq, sum(octet_length(activity)) OVER (ORDER BY seq DESC) - octet_length(activity) AS newer
                FROM log WHERE conversation = @conversation)
            WHERE newer >= @limit)
        AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.conversation = log.conversation AND i.seq = log.seq AND i.status = 0)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = log.conversation AND o.seq = log.seq)
        """;

    public const string After =
        """
        SELECT seq, activity_id, at, activity FROM log
        WHERE conversation = @conversation AND seq > @watermark ORDER BY seq LIMIT @limit
        """;
}
