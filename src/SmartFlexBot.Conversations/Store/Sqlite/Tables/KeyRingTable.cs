using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Data protection's keys, in the same file as what they protect: the file is complete by itself.</summary>
internal sealed class KeyRingRow
{
    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }
}

internal sealed class KeyRingTable : IEntityTypeConfiguration<KeyRingRow>
{
    public void Configure(EntityTypeBuilder<KeyRingRow> builder)
    {
        builder.ToTable("key_ring").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Text).HasColumnName("text");
    }
}
