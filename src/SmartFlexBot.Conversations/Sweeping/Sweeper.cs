using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Sweeping;

/// <summary>
/// Looks for work that nobody does, at start and every few seconds, and wakes who should: nothing depends on anyone remembering.
/// </summary>
internal sealed class Sweeper(
    INodeStore store,
    IConversationWaker waker,
    WorkSignals signals,
    Presence presence,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<Sweeper> logger) : BackgroundService
{
    private const int Batch = 500;

    /// <summary>Younger work is on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private bool _started;
    private ConversationKey? _sweptTo;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Sweeper", options.Value.SweepInterval, new Signal(), time, logger).RunAsync(SweepAsync, stoppingToken);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.UnixNow();

        // The file is this process's alone, so at start every other node is dead, whenever it was last seen.
        var dead = _started ? now - Node.Alive.Ms() : now;
        if (await store.TidyAsync(dead, now - StoredRecords.KeepDeleted.Ms()) > 0)
        {
            signals.Commands.Set();
        }

        // A page each time, and from the start again after the last one: those that cannot go on are as many as they like.
        var idle = await store.FindIdleAsync(_started ? now - Grace.Ms() : now, _sweptTo, Batch);
        foreach (var conversation in idle)
        {
            waker.Wake(conversation);
        }

        _sweptTo = idle.Count < Batch ? null : idle[^1];

        presence.Forget();
        _started = true;
    }
}
