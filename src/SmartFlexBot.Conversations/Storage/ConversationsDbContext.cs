using Microsoft.EntityFrameworkCore;
using SmartFlexBot.Conversations.Commands;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Events;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Reminders;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Storage;

/// <summary>The schema, its migrations, and reads where speed does not matter. Times are Unix milliseconds.</summary>
internal sealed class ConversationsDbContext(DbContextOptions<ConversationsDbContext> options) : DbContext(options)
{
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<CommandRow> Commands => Set<CommandRow>();
    public DbSet<WatchRow> Watches => Set<WatchRow>();
    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();
    public DbSet<EventRow> Events => Set<EventRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConversationsDbContext).Assembly);
}
