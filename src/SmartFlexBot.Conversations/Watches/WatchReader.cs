using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>Looks at due watches, many at once, with a loop for each kind so that a slow source delays no other.</summary>
internal sealed partial class WatchReader(
    WatchClaims claims,
    IServiceScopeFactory scopes,
    Presence presence,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<WatchReader> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IWatchSource>().Select(source => source.Kind).Distinct().ToList();
        await Task.WhenAll(kinds.Select(kind =>
            new BackgroundLoop($"Watches of {kind}", Tick, signals.Watches.For(kind), time, logger)
                .RunAsync(token => LookAsync(kind, token), stoppingToken)));
    }

    private async Task LookAsync(string kind, CancellationToken cancellationToken)
    {
        IReadOnlyList<DueWatch> due;
        do
        {
            due = await claims.ClaimAsync(kind, Batch, lease: options.Value.CommandTimeout * 2);
            if (due.Count > 0)
            {
                var readings = await ReadAsync(kind, due, cancellationToken);
                await Task.WhenAll(due.Select(watch => ApplyAsync(watch, readings.GetValueOrDefault(watch.Watch.Key))));
            }
        }
        while (due.Count == Batch);
    }

    private async Task<Dictionary<string, WatchReading>> ReadAsync(
        string kind, IReadOnlyList<DueWatch> due, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.CommandTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var source = scope.ServiceProvider.GetServices<IWatchSource>().First(source => source.Kind == kind);
        var readings = new Dictionary<string, WatchReading>(StringComparer.Ordinal);
        var watches = due.Select(claims.Open).OfType<Watch>().ToList();
        try
        {
            foreach (var reading in await source.ReadAsync(watches, either.Token).WaitAsync(either.Token))
            {
                readings[reading.Key] = reading;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRead(logger, due.Count, kind, exception);
        }

        return readings;
    }

    private Task ApplyAsync(DueWatch due, WatchReading? reading)
    {
        var now = time.UnixNow();
        var failures = reading is null ? due.Failures + 1 : 0;
        var isHere = presence.IsHere(due.Watch.Conversation) || now - due.LastActivity < Presence.Lasts.Ms();
        var pause = WatchPolicy.Pause(due.Every, isHere, options.Value.AwayWatchInterval, failures);
        return WatchPolicy.Decide(due.LastState, reading, now >= due.Until) switch
        {
            WatchNext.Changed => claims.ChangeAsync(due, reading!.State, pause),
            WatchNext.ChangedAndEnd => claims.TellAndEndAsync(due, WatchEvents.Changed, reading!.State),
            WatchNext.Expired => claims.TellAndEndAsync(due, WatchEvents.Expired, reading?.State ?? due.LastState),
            WatchNext.End => claims.EndAsync(due),
            _ => claims.LookAgainAsync(due, pause, failures),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} watches of {Kind} could not be read; they are looked at later.")]
        public static partial void NotRead(ILogger logger, int count, string kind, Exception exception);
    }
}
