using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Answers a conversation's inbox items one after the other, in order of acceptance.</summary>
internal sealed partial class TurnLane(ConversationKey conversation, Action onSent, TurnLane.Services services)
{
    private const int Batch = 8;

    private ConversationState? _loaded;

    public async Task AnswerUndoneAsync()
    {
        while (true)
        {
            var items = services.Reader.Read(session => TurnItem.ReadUndone(session, conversation, Batch));
            foreach (var item in items)
            {
                // An item that must wait holds back those behind it: order is kept.
                if (item.NotBefore > services.Time.UnixNow() || !await AnswerAsync(item))
                {
                    return;
                }
            }

            // Whatever was accepted since the read has woken this lane again.
            if (items.Count < Batch)
            {
                return;
            }
        }
    }

    /// <returns>True when the item is done; false when it waits.</returns>
    private async Task<bool> AnswerAsync(TurnItem item)
    {
        // What was accepted before this process started may have been begun by another one.
        var begun = item.Attempts + (item.AcceptedAt < services.Node.StartedAt ? 1 : 0);
        for (var runs = begun + 1; ; runs++)
        {
            try
            {
                if (Load() is not { } loaded)
                {
                    return false;
                }

                var failed = await RunAsync(item, loaded, runs - 1);
                if (failed is null)
                {
                    return true;
                }

                var next = TurnPolicy.After(failed.Failure, runs);
                if (next.GiveUp)
                {
                    Log.GivenUp(services.Logger, conversation, item.ActivityId, runs, failed.Failure, failed.Exception);
                    await services.Fallback.GiveUpAsync(conversation, loaded, item, onSent);
                    return true;
                }

                Log.RunAgain(services.Logger, conversation, item.ActivityId, failed.Failure, next.Delay, failed.Exception);
                if (next.Delay > TimeSpan.Zero)
                {
                    await services.Fallback.PostponeAsync(
                        conversation, loaded, item, runs, next.Delay, failed.Failure == TurnFailure.TimedOut, onSent);
                    return false;
                }
            }
            catch (ItemDoneException)
            {
                _loaded = null;
                return true;
            }
        }
    }

    /// <returns>Null when the turn is committed.</returns>
    private async Task<TurnResult.Failed?> RunAsync(TurnItem item, ConversationState loaded, int attempt)
    {
        var result = await services.Run.RunAsync(conversation, loaded, item, attempt);
        if (result is not TurnResult.Decided decided)
        {
            return (TurnResult.Failed)result;
        }

        services.Probe.Reached(ProcessingPoint.TurnRun);
        try
        {
            _loaded = await services.Committer.CommitAsync(conversation, loaded, item, decided);
        }
        catch (StaleVersionException)
        {
            _loaded = null;
            return new(TurnFailure.Stale, null);
        }
        catch (StoreUnavailableException)
        {
            // Not acknowledged, but perhaps on disk all the same: read it again.
            _loaded = null;
            throw;
        }
        catch (Exception exception) when (exception is not ItemDoneException)
        {
            // What the bot decided cannot be stored: that is the bot's failure, and must not stop the lane for ever.
            return new(TurnFailure.Threw, exception);
        }

        if (decided.Effects.Sent.Count > 0)
        {
            onSent();
        }

        return null;
    }

    private ConversationState? Load() =>
        _loaded ??= services.Reader.Read(session => ConversationState.Load(session, services.Origins, conversation));

    /// <summary>What every lane shares.</summary>
    internal sealed record Services(
        StoreReader Reader,
        OriginStore Origins,
        TurnRun Run,
        TurnCommitter Committer,
        TurnFallbacks Fallback,
        IProcessingProbe Probe,
        Node Node,
        TimeProvider Time,
        ILogger<TurnLane> Logger);

    internal sealed class Factory(Services services)
    {
        public TurnLane For(ConversationKey conversation, Action onSent) => new(conversation, onSent, services);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Conversation}: the turn on {Activity} is run again after {Delay} ({Failure}).")]
        public static partial void RunAgain(
            ILogger logger, ConversationKey conversation, string activity, TurnFailure failure, TimeSpan delay, Exception? exception);

        [LoggerMessage(2, LogLevel.Error, "{Conversation}: {Activity} could not be answered in {Runs} runs ({Failure}) and is put aside.")]
        public static partial void GivenUp(
            ILogger logger, ConversationKey conversation, string activity, int runs, TurnFailure failure, Exception? exception);
    }
}
