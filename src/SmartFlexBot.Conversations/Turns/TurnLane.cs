using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>
/// Answers a conversation's inbox items one after the other, in order of acceptance. What happened by itself and must wait is overtaken
/// by what comes after it.
/// </summary>
internal sealed partial class TurnLane(
    ConversationKey conversation, AwaitedAnswers awaited, ParsedActivities parsed, Action onSent, TurnLane.Services services)
{
    private const int Batch = 8;

    /// <summary>What happened by itself and has been run so often in vain is worth an operator's look.</summary>
    private const int Alarming = 10;

    private ConversationState? _loaded;

    /// <summary>Whose conversation it is; null when it is new.</summary>
    public async ValueTask<ConversationOrigin?> FindOriginAsync() => (await LoadAsync())?.Origin;

    /// <summary>Runs the turn on an activity that is not accepted yet; the commit accepts it too.</summary>
    /// <param name="opener">Opens the conversation when it is new.</param>
    /// <returns>False when it is to be accepted and to take its place.</returns>
    public async Task<bool> AnswerAtOnceAsync(Arrival arrival, ConversationOrigin opener)
    {
        if (await services.Inbox.HasUndoneAsync(conversation))
        {
            return false;
        }

        TurnResult.Failed? failed;
        try
        {
            failed = await RunAsync(TurnItem.Of(arrival, services.Time.UnixNow()), await LoadAsync() ?? ConversationState.New(opener), 0);
        }
        catch (Exception exception) when (exception is OvertakenException or ItemDoneException)
        {
            _loaded = null;
            return false;
        }

        if (failed is { Failure: not TurnFailure.Stale })
        {
            await services.Acceptances.StoreAsync(conversation, arrival, opener);
            var ready = await services.Inbox.ReadReadyAsync(conversation, 1);
            if (ready is [var oldest] && oldest.ActivityId == arrival.ActivityId)
            {
                await AnswerAsync(new(oldest, null), failed);
            }
        }

        return failed is null;
    }

    public async Task AnswerUndoneAsync()
    {
        while (await LoadAsync() is not null)
        {
            var items = await services.Inbox.ReadReadyAsync(conversation, Batch);
            foreach (var item in items.Select(row => new TurnItem(row, parsed.Take(row.Json))))
            {
                // What a customer says is answered in order. What happened by itself might as well have happened a little later.
                if (!await AnswerAsync(item) && !item.IsOwn)
                {
                    return;
                }
            }

            // Whatever was accepted since the read has woken this lane again.
            if (items.Count < Batch)
            {
                parsed.Clear();
                return;
            }
        }
    }

    /// <returns>True when the item is done; false when it waits.</returns>
    private async Task<bool> AnswerAsync(TurnItem item, TurnResult.Failed? failed = null)
    {
        // What was accepted before this process started may have been begun by another one.
        var begun = item.Row.Attempts + (item.Row.AcceptedAt < services.Node.StartedAt ? 1 : 0);
        for (var runs = begun + 1; ; runs++)
        {
            try
            {
                if (await LoadAsync() is not { } loaded)
                {
                    return false;
                }

                failed ??= await RunAsync(item, loaded, runs - 1);
                if (failed is null)
                {
                    return true;
                }

                var next = TurnPolicy.After(failed.Failure, runs, item.IsOwn);
                if (next.GiveUp)
                {
                    Log.GivenUp(services.Logger, conversation, item.ActivityId, runs, failed.Failure, failed.Exception);
                    await SayAsync(item, way => services.Fallback.GiveUpAsync(conversation, loaded, item, way), isLast: true);
                    return true;
                }

                if (item.IsOwn && runs >= Alarming)
                {
                    Log.Waits(services.Logger, conversation, item.ActivityId, runs, next.Delay, failed.Failure, failed.Exception);
                }
                else
                {
                    Log.RunAgain(services.Logger, conversation, item.ActivityId, failed.Failure, next.Delay, failed.Exception);
                }

                if (next.Delay > TimeSpan.Zero)
                {
                    var tell = failed.Failure == TurnFailure.TimedOut;
                    await SayAsync(item, way => services.Fallback.PostponeAsync(
                        conversation, loaded, item, runs, next.Delay, tell, way), isLast: tell);
                    return false;
                }

                failed = null;
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
            await SayAsync(item, async way =>
            {
                _loaded = await services.Committer.CommitAsync(conversation, loaded, item, decided, way);
                return decided.Effects.Sent;
            }, isLast: true);
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
        catch (Exception exception) when (exception is not (ItemDoneException or OvertakenException or StoreBusyException))
        {
            // What the bot decided cannot be stored: that is the bot's failure, and must not stop the lane for ever.
            return new(TurnFailure.Threw, exception);
        }

        return null;
    }

    /// <summary>Commits, and brings what was said to those who wait for it: in their requests, or through the channel.</summary>
    /// <param name="isLast">Whoever waits in a request gets what was said, and waits no longer.</param>
    private async Task SayAsync(TurnItem item, Func<OutgoingWay, Task<IReadOnlyList<string>>> commit, bool isLast)
    {
        using var promise = isLast ? awaited.Promise(item.ActivityId) : null;
        var way = promise is not null ? OutgoingWay.Request : services.Channels.WayTo(conversation.ChannelId);
        var said = await commit(way);
        promise?.Keep(said);
        if (way == OutgoingWay.Outbox && said.Count > 0)
        {
            onSent();
        }
    }

    private async ValueTask<ConversationState?> LoadAsync()
    {
        if (_loaded is null && await services.Turns.LoadAsync(conversation) is { } stored)
        {
            _loaded = new(Origins.Read(stored.Origin), stored.State, stored.Version);
        }

        return _loaded;
    }
}
