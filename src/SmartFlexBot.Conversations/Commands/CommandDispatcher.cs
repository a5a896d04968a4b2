using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Commands;

/// <summary>Claims commands and has them carried out or reconciled, several at once.</summary>
internal sealed partial class CommandDispatcher(
    CommandClaims claims,
    CommandWork work,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<CommandDispatcher> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Task, byte> _running = [];
    private readonly CancellationTokenSource _abandoned = new();

    public override void Dispose()
    {
        _abandoned.Dispose();
        base.Dispose();
    }

    /// <summary>Claims nothing more, and waits for the answers that are on their way as long as the host allows.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // They stay claimed; the next start reconciles them.
            await _abandoned.CancelAsync();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Commands", options.Value.SweepInterval, signals.Commands, time, logger)
            .RunAsync(DispatchAsync, stoppingToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        foreach (var unclear in await claims.ClaimAsync(CommandStatus.Unclear, Free))
        {
            Begin(() => work.ReconcileAsync(unclear, _abandoned.Token));
        }

        foreach (var pending in await claims.ClaimAsync(CommandStatus.Pending, Free))
        {
            Begin(() => work.ExecuteAsync(pending, _abandoned.Token));
        }
    }

    private int Free => options.Value.ParallelCommands - _running.Count;

    private void Begin(Func<Task> command)
    {
        var running = Task.Run(async () =>
        {
            try
            {
                await command();
            }
            catch (Exception exception)
            {
                Log.Interrupted(logger, exception);
            }
        });
        _running.TryAdd(running, 0);
        _ = running.ContinueWith(
            ended =>
            {
                _running.TryRemove(ended, out _);

                // There is room again, and a reconciled command may be pending now.
                signals.Commands.Set();
            },
            TaskScheduler.Default);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A command's work was interrupted; it is reconciled after the next start.")]
        public static partial void Interrupted(ILogger logger, Exception exception);
    }
}
