using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store;

/// <summary>The store without the bot, for commands that work on it while nothing else does. Closed when disposed.</summary>
public sealed class OfflineStore : IDisposable
{
    private readonly IStoreLifetime _lifetime;

    private OfflineStore(IStoreLifetime lifetime) => _lifetime = lifetime;

    /// <param name="services">Those of a host that is not started.</param>
    /// <exception cref="StoreRefusedException">It is in use, or cannot be used.</exception>
    public static OfflineStore Open(IServiceProvider services)
    {
        var lifetime = services.GetRequiredService<IStoreLifetime>();
        lifetime.Open();
        return new(lifetime);
    }

    public void Dispose() => _lifetime.Close();
}

/// <summary>Makes a store ready before anything else starts, and closes it after everything else has stopped.</summary>
internal interface IStoreLifetime
{
    void Open();

    void Close();
}
