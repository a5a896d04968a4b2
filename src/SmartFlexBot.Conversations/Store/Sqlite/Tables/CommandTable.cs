using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal sealed class CommandRow
{
    public long Id { get; init; }

    /// <summary>A keyed hash.</summary>
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required string Conversation { get; init; }

    /// <summary>Sealed, with the key; erased with the outcome.</summary>
    public string? Payload { get; init; }

    public CommandStatus Status { get; init; }
    public string? ClaimedBy { get; init; }
    public long? ClaimedAt { get; init; }
    public int Attempts { get; init; }
    public long NotBefore { get; init; }
    public long CreatedAt { get; init; }
}

internal sealed class CommandTable : IEntityTypeConfiguration<CommandRow>
{
    public void Configure(EntityTypeBuilder<CommandRow> builder)
    {
        builder.ToTable("commands").HasKey(row => row.Id);
        builder.HasIndex(row => row.Key).IsUnique().HasDatabaseName("commands_key");
        builder.HasIndex(row => new { row.Status, row.NotBefore }).HasDatabaseName("commands_due");
        builder.HasIndex(row => row.Conversation).HasDatabaseName("commands_conversation");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(row => row.Key).HasColumnName("key");
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.Conversation).HasColumnName("conversation");
        builder.Property(row => row.Payload).HasColumnName("payload");
        builder.Property(row => row.Status).HasColumnName("status");
        builder.Property(row => row.ClaimedBy).HasColumnName("claimed_by");
        builder.Property(row => row.ClaimedAt).HasColumnName("claimed_at");
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.NotBefore).HasColumnName("not_before");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
    }
}
