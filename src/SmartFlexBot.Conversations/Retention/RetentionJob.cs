using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Retention;

/// <summary>Drops what is over, at start and now and then, in small steps between everybody else's commits.</summary>
internal sealed partial class RetentionJob(
    IRetentionStore store, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    private const int Step = 200;

    /// <summary>Conversations after what belongs to them.</summary>
    private readonly (RetentionKind Kind, TimeSpan Time)[] _times =
    [
        (RetentionKind.Watches, options.Value.Watches),
        (RetentionKind.Messages, options.Value.Messages),
        (RetentionKind.Inbox, options.Value.Inbox),
        (RetentionKind.Webhooks, options.Value.Webhooks),
        (RetentionKind.Conversations, options.Value.Messages),
        (RetentionKind.Journeys, options.Value.Journeys),
        (RetentionKind.Consents, options.Value.Consents),
    ];

    private bool _isFirst = true;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Retention", options.Value.Interval, new Signal(), time, logger).RunAsync(DropAsync, stoppingToken);

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        foreach (var (kind, kept) in _times.Where(kind => !_isFirst || kind.Kind != RetentionKind.Watches))
        {
            var before = (time.GetUtcNow() - kept).ToUnixTimeMilliseconds();
            var (all, dropped) = (0, Step);
            while (dropped >= Step && !cancellationToken.IsCancellationRequested)
            {
                dropped = await store.DropAsync(kind, before, Step);
                all += dropped;
            }

            if (all > 0)
            {
                Log.Dropped(logger, all, kind);
            }
        }

        // After a long standstill, watches that are over are told first.
        _isFirst = false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Rows} rows of {Kind} were over and are dropped.")]
        public static partial void Dropped(ILogger logger, int rows, RetentionKind kind);
    }
}
