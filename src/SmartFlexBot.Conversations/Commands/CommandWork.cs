using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;
using static SmartFlexBot.BotFramework.Ports.CommandOutcome;
using static SmartFlexBot.BotFramework.Ports.Reconciliation;

namespace SmartFlexBot.Conversations.Commands;

/// <summary>Carries out one command, or finds out what became of it. Never a blind repeat.</summary>
internal sealed partial class CommandWork(
    CommandClaims claims,
    IServiceScopeFactory scopes,
    IProcessingProbe probe,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<CommandWork> logger)
{
    private static readonly TimeSpan UnknownKindPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task ExecuteAsync(ClaimedCommand claimed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (Find(scope, claimed) is not { } handler)
        {
            await PersistAsync(() => claims.ReleaseAsync(claimed, UnknownKindPause), cancellationToken);
            return;
        }

        CommandOutcome outcome;
        try
        {
            outcome = await WithinTimeAsync(
                token =>
                {
                    var execution = handler.ExecuteAsync(CommandClaims.Open(claimed), token);

                    // Begun, and the answer is not here: what happens now is what reconciliation is for.
                    probe.Reached(ProcessingPoint.CommandSent);
                    return execution;
                },
                cancellationToken);
        }
        catch (Exception exception)
        {
            Log.Unclear(logger, claimed.Kind, claimed.Id, exception);
            await PersistAsync(() => claims.DoubtAsync(claimed, FirstLook), cancellationToken);
            return;
        }

        probe.Reached(ProcessingPoint.CommandAnswered);
        await PersistAsync(
            () => outcome switch
            {
                Completed completed => claims.CompleteAsync(claimed, completed),
                TryAgain again => claims.ReleaseAsync(claimed, again.After),
                _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome."),
            },
            cancellationToken);
    }

    public async Task ReconcileAsync(ClaimedCommand claimed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        Reconciliation found;
        try
        {
            found = Find(scope, claimed) is { } handler
                ? await WithinTimeAsync(token => handler.ReconcileAsync(CommandClaims.Open(claimed), token), cancellationToken)
                : new LookAgain(UnknownKindPause, "no handler");
        }
        catch (Exception exception)
        {
            Log.NotReconciled(logger, claimed.Kind, claimed.Id, exception);
            found = new LookAgain(PauseAfterFailure(claimed), exception.GetType().Name);
        }

        Log.Reconciled(logger, claimed.Kind, claimed.Id, found.GetType().Name);
        await PersistAsync(
            () => found switch
            {
                Done done => claims.CompleteAsync(claimed, done.Outcome),
                NotDone => claims.ReleaseAsync(claimed, TimeSpan.Zero),
                LookAgain later => claims.DoubtAsync(claimed, later.After > FirstLook ? later.After : FirstLook),
                Inconclusive inconclusive => claims.CompleteAsync(claimed, inconclusive.Outcome),
                _ => throw new InvalidOperationException($"{found.GetType().Name} is no reconciliation."),
            },
            cancellationToken);
    }

    private ICommandHandler? Find(AsyncServiceScope scope, ClaimedCommand claimed)
    {
        var handler = scope.ServiceProvider.GetServices<ICommandHandler>().FirstOrDefault(handler => handler.Kind == claimed.Kind);
        if (handler is null)
        {
            Log.NoHandler(logger, claimed.Kind, claimed.Id);
        }

        return handler;
    }

    private async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var limit = options.Value.CommandTimeout;
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);

        // The handler is waited for a little beyond its cancelled token: while it still runs, it may still send. Its token is the only one:
        // who stopped waiting at the same moment would end the source before it has told the handler.
        return await work(either.Token).WaitAsync(limit + FirstLook, time, CancellationToken.None);
    }

    /// <summary>As long as it has been unclear already, so the pauses double.</summary>
    private TimeSpan PauseAfterFailure(ClaimedCommand claimed)
    {
        var unclearFor = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(claimed.ClaimedAt);
        return unclearFor < FirstLook ? FirstLook : unclearFor > LongestPause ? LongestPause : unclearFor;
    }

    /// <summary>An answer that is known here and nowhere else is kept until the store takes it, or the process ends.</summary>
    private async Task PersistAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await write();
                return;
            }
            catch (StoreUnavailableException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(BackOff.After(failures, FirstLook * 5), time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Command {Kind} {Id} has no outcome; it will be reconciled.")]
        public static partial void Unclear(ILogger logger, string kind, long id, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Command {Kind} {Id} could not be reconciled now.")]
        public static partial void NotReconciled(ILogger logger, string kind, long id, Exception exception);

        [LoggerMessage(3, LogLevel.Information, "Command {Kind} {Id} was reconciled: {Finding}.")]
        public static partial void Reconciled(ILogger logger, string kind, long id, string finding);

        [LoggerMessage(4, LogLevel.Error, "There is no handler for commands of kind {Kind}; {Id} waits.")]
        public static partial void NoHandler(ILogger logger, string kind, long id);
    }
}
