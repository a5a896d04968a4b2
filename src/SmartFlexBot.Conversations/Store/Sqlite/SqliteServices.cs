using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal static class SqliteServices
{
    /// <summary>Adds the store's contract on a SQLite file, and the keys of data protection in the same file.</summary>
    public static void AddSqliteStore(this IServiceCollection services)
    {
        services.AddDbContextFactory<ConversationsDbContext>((provider, options) =>
            options.UseSqlite(StoreDatabase.ConnectionString(provider.GetRequiredService<IOptions<StoreOptions>>().Value)));
        services.AddLogging(logging => logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning));
        services.AddHostedService<StoreLifetime>();
        services.AddSingleton<StoreDatabase>();
        services.AddSingleton<StoreWriter>();
        services.AddSingleton<StoreReader>();
        services.AddSingleton<IInboxStore, SqliteInbox>();
        services.AddSingleton<ITurnStore, SqliteTurns>();
        services.AddSingleton<ILogStore, SqliteLog>();
        services.AddSingleton<IOutboxStore, SqliteOutbox>();
        services.AddSingleton<IRecordStore, SqliteRecords>();
        services.AddSingleton<ICommandStore, SqliteCommands>();
        services.AddSingleton<IWatchStore, SqliteWatches>();
        services.AddSingleton<IReminderStore, SqliteReminders>();
        services.AddSingleton<IEventStore, SqliteEvents>();
        services.AddSingleton<INodeStore, SqliteNodes>();
        services.AddSingleton<DatabaseKeyRing>();
        services.AddSingleton<KeyRingCheck>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((options, ring) => options.XmlRepository = ring);
    }
}
