using Microsoft.EntityFrameworkCore;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>The schema and its migrations; at run time, the key ring alone. Times are Unix milliseconds.</summary>
internal sealed class ConversationsDbContext(DbContextOptions<ConversationsDbContext> options) : DbContext(options)
{
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        // Of this folder alone: another store may stand beside it, with tables of the same names.
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(ConversationsDbContext).Assembly, type => type.Namespace == typeof(KeyRingRow).Namespace);
}
