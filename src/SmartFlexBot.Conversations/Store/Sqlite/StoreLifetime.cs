using Microsoft.Extensions.Hosting;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Conversations.Store.Sealing;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Makes the store ready before anything else starts, and ends the writer after everything else has stopped.</summary>
internal sealed class StoreLifetime(
    StoreDatabase database, KeyRing ring, DataKey dataKey, StoreWriter writer)
    : IHostedLifecycleService, IStoreLifetime
{
    public void Open()
    {
        database.MakeReady();
        ring.MakeReady();
        dataKey.MakeReady();
        writer.Start();
    }

    public void Close() => writer.Stop();

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Open();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Close();
        return Task.CompletedTask;
    }
}
