using Microsoft.Extensions.Hosting;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Makes the store ready before anything else starts, and ends the writer after everything else has stopped.</summary>
internal sealed class StoreLifetime(StoreDatabase database, KeyRingCheck keys, Protection protection, StoreWriter writer)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        database.MakeReady();
        keys.Refuse();
        protection.WarmUp();
        writer.Start();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        writer.Stop();
        return Task.CompletedTask;
    }
}
