using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Events;

/// <summary>Hands business events to every sink, in order, until all have taken them.</summary>
internal sealed partial class EventDispatcher(
    IEventStore store,
    IServiceScopeFactory scopes,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<EventDispatcher> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Events", options.Value.SweepInterval, signals.Events, time, logger).RunAsync(DispatchAsync, stoppingToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<WaitingEvent> waiting;
        do
        {
            waiting = await store.ReadWaitingAsync(Batch);
            foreach (var (id, recorded, attempts, notBefore) in waiting)
            {
                if (notBefore > time.UnixNow())
                {
                    return;
                }

                if (!await OfferAsync(recorded, cancellationToken))
                {
                    var later = time.UnixNow() + BackOff.After(attempts + 1, LongestPause).Ms();
                    await store.PostponeAsync(id, later);
                    return;
                }

                await store.MarkTakenAsync(id);
            }
        }
        while (waiting.Count == Batch);
    }

    private async Task<bool> OfferAsync(BusinessEvent recorded, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var sink in scope.ServiceProvider.GetServices<IBusinessEventSink>())
        {
            try
            {
                if (!await sink.TakeAsync(recorded, cancellationToken))
                {
                    Log.NotTaken(logger, recorded.Name, recorded.Key, null);
                    return false;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.NotTaken(logger, recorded.Name, recorded.Key, exception);
                return false;
            }
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Event {Name} {Key} was not taken; it is offered again later.")]
        public static partial void NotTaken(ILogger logger, string name, string key, Exception? exception);
    }
}
