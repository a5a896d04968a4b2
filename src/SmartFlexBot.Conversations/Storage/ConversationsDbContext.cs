using Microsoft.EntityFrameworkCore;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Inbox;

namespace SmartFlexBot.Conversations.Storage;

/// <summary>The schema, its migrations, and reads where speed does not matter. Times are Unix milliseconds.</summary>
internal sealed class ConversationsDbContext(DbContextOptions<ConversationsDbContext> options) : DbContext(options)
{
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConversationsDbContext).Assembly);
}
