using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store.Keys;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal static class SqliteServices
{
    /// <summary>Adds the store's contract on a SQLite file, and its keys in the same file.</summary>
    public static void AddSqliteStore(this IServiceCollection services)
    {
        services.AddDbContextFactory<ConversationsDbContext>((provider, options) =>
            options.UseSqlite(StoreDatabase.ConnectionString(provider.GetRequiredService<IOptions<StoreOptions>>().Value)));
        services.AddLogging(logging => logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning));
        services.AddSingleton<StoreLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<StoreLifetime>());
        services.AddSingleton<IStoreLifetime>(provider => provider.GetRequiredService<StoreLifetime>());
        services.AddSingleton<StoreDatabase>();
        services.AddSingleton<StoreWriter>();
        services.AddSingleton<StoreReader>();
        services.AddSingleton<LogSize>();
        services.AddKeyedSingleton<IInboxStore, SqliteInbox>(StoreServices.Rows);
        services.AddKeyedSingleton<ITurnStore, SqliteTurns>(StoreServices.Rows);
        services.AddKeyedSingleton<ILogStore, SqliteLog>(StoreServices.Rows);
        services.AddKeyedSingleton<IOutboxStore, SqliteOutbox>(StoreServices.Rows);
        services.AddKeyedSingleton<IRecordStore, SqliteRecords>(StoreServices.Rows);
        services.AddKeyedSingleton<ICommandStore, SqliteCommands>(StoreServices.Rows);
        services.AddKeyedSingleton<IWatchStore, SqliteWatches>(StoreServices.Rows);
        services.AddKeyedSingleton<IReminderStore, SqliteReminders>(StoreServices.Rows);
        services.AddKeyedSingleton<IEventStore, SqliteEvents>(StoreServices.Rows);
        services.AddSingleton<INodeStore, SqliteNodes>();
        services.AddKeyedSingleton<IAccountStore, SqliteAccounts>(StoreServices.Rows);
        services.AddSingleton<IRetentionStore, SqliteRetention>();
        services.AddSingleton<IKeyStore, SqliteKeys>();
    }
}
