using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Conversations.Store.Sealing;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Conversations.Store;

internal static class StoreServices
{
    /// <summary>Names the ports as a database implements them; without it, they are those that seal and open.</summary>
    public const string Rows = "rows";

    /// <summary>Adds what is behind the contract, and what its users share: keys, signals, and this node's name.</summary>
    public static void AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSqliteStore();
        AddKeys(services);
        AddSealing(services);
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<Node>();
        services.AddSingleton<WorkSignals>();
        services.AddSingleton<LogNotifier>();
        services.AddSingleton<RecordNotifier>();
    }

    private static void AddKeys(IServiceCollection services)
    {
        // A fixed name: the keys must open what another installation of the same bot has written to this file.
        services.AddDataProtection().SetApplicationName("SmartFlexBot");
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error));
        services.AddOptions<KeyRingOptions>().BindConfiguration(KeyRingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyRingOptions>, KeyRingOptionsValidator>();
        services.AddSingleton<KeyRingLock>();
        services.AddSingleton<KeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
    }

    /// <summary>Between the ports and the database: what comes to it is sealed, whichever it is.</summary>
    private static void AddSealing(IServiceCollection services)
    {
        services.AddSingleton<DataKey>();
        services.AddSingleton<RowCipher>();
        services.AddSingleton<RowNames>();
        services.AddSingleton<RowSeal>();
        services.AddSingleton<IInboxStore, SealedInbox>();
        services.AddSingleton<ITurnStore, SealedTurns>();
        services.AddSingleton<ILogStore, SealedLog>();
        services.AddSingleton<IOutboxStore, SealedOutbox>();
        services.AddSingleton<IRecordStore, SealedRecords>();
        services.AddSingleton<ICommandStore, SealedCommands>();
        services.AddSingleton<IWatchStore, SealedWatches>();
        services.AddSingleton<IReminderStore, SealedReminders>();
        services.AddSingleton<IEventStore, SealedEvents>();
        services.AddSingleton<IAccountStore, SealedAccounts>();
    }
}
