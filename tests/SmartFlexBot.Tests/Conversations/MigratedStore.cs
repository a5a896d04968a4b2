using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Store.Sqlite;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>
/// An empty store as migrations leave it, without keys. They are run once, by the store's own code; the many hosts that only need a store
/// begin with a copy. What migrations do is the matter of the tests in Store/Sqlite, and of the processes of the end-to-end tests.
/// </summary>
internal static class MigratedStore
{
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    /// <returns>The path of a new store in a new folder.</returns>
    public static string Copy(string prefix = "conversations")
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory(prefix).FullName, "bot.db");
        CopyTo(path);
        return path;
    }

    public static void CopyTo(string path) => File.WriteAllBytes(path, Migrated.Value);

    private static byte[] Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("migrated");
        var path = Path.Combine(folder.FullName, "bot.db");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Store:Path", path)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStore();
        using (var host = builder.Build())
        {
            host.Services.GetRequiredService<StoreDatabase>().MakeReady();
        }

        // With its last connection closed, nothing is left in a write-ahead log.
        var bytes = File.ReadAllBytes(path);
        folder.Delete(recursive: true);
        return bytes;
    }
}
