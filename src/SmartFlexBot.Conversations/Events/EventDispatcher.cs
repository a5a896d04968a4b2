using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Events;

/// <summary>Hands business events to every sink, in order, until all have taken them.</summary>
internal sealed partial class EventDispatcher(
    StoreReader reader,
    StoreWriter writer,
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
        List<(long Id, BusinessEvent Event, int Attempts, long NotBefore)> waiting;
        do
        {
            waiting = reader.Read(session => session.Query(
                EventSql.Waiting,
                row => (row.GetInt64(0), new BusinessEvent(row.GetString(2), row.GetString(1), row.GetString(3)), row.GetInt32(4), row.GetInt64(5)),
                Batch));
            foreach (var (id, recorded, attempts, notBefore) in waiting)
            {
                if (notBefore > time.UnixNow())
                {
                    return;
                }

                if (!await OfferAsync(recorded, cancellationToken))
                {
                    var later = time.UnixNow() + BackOff.After(attempts + 1, LongestPause).Ms();
                    await writer.WriteAsync(session => session.Execute(EventSql.Postpone, later, id));
                    return;
                }

                await writer.WriteAsync(session => session.Execute(EventSql.Taken, id));
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
