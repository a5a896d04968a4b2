using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Events;

/// <summary>
/// Hands business events to every sink until all have taken them: those of one subject in order, several subjects at
/// once.
/// </summary>
internal sealed partial class EventDispatcher(
    IEventStore store,
    IServiceScopeFactory scopes,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<EventDispatcher> logger) : BackgroundService
{
    private const int Batch = 100;
    private const int AtOnce = 8;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Events", options.Value.SweepInterval, signals.Events, time, logger).RunAsync(DispatchAsync, stoppingToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        // Until none is due: with each that was taken, the next of its subject may be.
        while (await store.ReadDueAsync(Batch) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (one, token) => await DispatchAsync(one, token));
        }
    }

    private async Task DispatchAsync(DueEvent due, CancellationToken cancellationToken)
    {
        var (id, recorded, attempts, refusals) = due;
        switch (EventPolicy.After(await OfferAsync(due, cancellationToken), attempts, refusals))
        {
            case null:
                await store.MarkTakenAsync(due);
                break;
            case { IsDead: true } dead:
                Log.Refused(logger, recorded.Name, id, attempts + 1, dead.Reason);
                await store.MarkRefusedAsync(due, dead.Reason);
                break;
            case { } next:
                Log.NotTaken(logger, recorded.Name, id, next.Delay, next.Reason);
                await store.PostponeAsync(due, time.UnixNow() + next.Delay.Ms(), next.IsRefusal, next.Reason);
                break;
        }
    }

    /// <returns>The first receipt that is not "taken". What a sink had taken before, it is offered again.</returns>
    private async Task<EventReceipt> OfferAsync(DueEvent due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var sink in scope.ServiceProvider.GetServices<IBusinessEventSink>())
        {
            try
            {
                if (await sink.TakeAsync(due.Event, cancellationToken) is var receipt and not EventReceipt.Taken)
                {
                    return receipt;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.SinkThrew(logger, due.Event.Name, due.Id, exception);
                return new EventReceipt.Later(TimeSpan.Zero, exception.GetType().Name);
            }
        }

        return new EventReceipt.Taken();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Event {Name} {Id} was not taken ({Reason}); it is offered again after {Delay}.")]
        public static partial void NotTaken(ILogger logger, string name, long id, TimeSpan delay, string reason);

        [LoggerMessage(2, LogLevel.Error, "Event {Name} {Id} was refused for good after {Attempts} attempts ({Reason}): a dead letter.")]
        public static partial void Refused(ILogger logger, string name, long id, int attempts, string reason);

        [LoggerMessage(3, LogLevel.Error, "A sink threw on event {Name} {Id}; it should have answered.")]
        public static partial void SinkThrew(ILogger logger, string name, long id, Exception exception);
    }
}
