using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>The processes that work on this store, by a name made new at each start.</summary>
internal sealed class NodeRow
{
    public required string Id { get; init; }
    public long LastSeen { get; init; }
}

internal sealed class NodeTable : IEntityTypeConfiguration<NodeRow>
{
    public void Configure(EntityTypeBuilder<NodeRow> builder)
    {
        builder.ToTable("nodes").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.LastSeen).HasColumnName("last_seen");
    }
}

internal static class NodeSql
{
    public const string Beat =
        "INSERT INTO nodes (id, last_seen) VALUES (@id, @now) ON CONFLICT (id) DO UPDATE SET last_seen = excluded.last_seen";

    public const string ForgetOthers = "DELETE FROM nodes WHERE id <> @id AND last_seen <= @before";

    public static readonly string[] ForgetConversations =
    [
        "DELETE FROM inbox WHERE conversation > @from AND conversation < @to",
        "DELETE FROM log WHERE conversation > @from AND conversation < @to",
        "DELETE FROM conversations WHERE key > @from AND key < @to",
    ];

    /// <summary>Conversations with work that may be done now and that is older than the sweep's patience.</summary>
    public const string Idle =
        """
        SELECT conversation FROM inbox
        WHERE status = 0 AND not_before <= @now AND accepted_at <= @before AND conversation > @after
        UNION
        SELECT conversation FROM outbox
        WHERE status = 0 AND not_before <= @now AND created_at <= @before AND conversation > @after
        ORDER BY conversation LIMIT @limit
        """;
}
