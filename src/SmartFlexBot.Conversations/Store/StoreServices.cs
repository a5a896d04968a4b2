using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Conversations.Store;

internal static class StoreServices
{
    /// <summary>Adds what is behind the contract, and what its users share: keys, signals, and this node's name.</summary>
    public static void AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSqliteStore();

        // A fixed name: the keys must open what another installation of the same bot has written to this file.
        services.AddDataProtection().SetApplicationName("SmartFlexBot");
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error));
        services.AddSingleton<Protection>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<Node>();
        services.AddSingleton<WorkSignals>();
        services.AddSingleton<LogNotifier>();
    }
}
