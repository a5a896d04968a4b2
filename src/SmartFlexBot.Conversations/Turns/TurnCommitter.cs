using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Commits a decided turn and wakes those who have something to do now.</summary>
internal sealed class TurnCommitter(
    ITurnStore store,
    StoredRecords records,
    IProcessingProbe probe,
    LogNotifier notifier,
    RecordNotifier listed,
    Acceptances acceptances,
    IConversationWaker waker,
    WorkSignals signals)
{
    /// <param name="way">How what is said reaches the customer.</param>
    /// <returns>The conversation as it is now.</returns>
    public async Task<ConversationState> CommitAsync(
        ConversationKey conversation, ConversationState loaded, TurnItem item, TurnResult.Decided decided, OutgoingWay way)
    {
        await store.CommitAsync(Prepare(conversation, loaded, item, decided, way));
        probe.Reached(ProcessingPoint.Committed);
        if (item.Arrival is { } arrival)
        {
            acceptances.Announce(conversation, arrival);
        }

        Announce(conversation, decided.Effects);
        return loaded with
        {
            Origin = decided.Effects.Origin ?? loaded.Origin,
            Json = decided.State,
            Version = loaded.Version + 1,
            IsNew = false,
        };
    }

    /// <summary>Serialises what the turn decided.</summary>
    private TurnCommit Prepare(
        ConversationKey conversation, ConversationState loaded, TurnItem item, TurnResult.Decided decided, OutgoingWay way)
    {
        var effects = decided.Effects;
        TurnSubject subject = item.Arrival is { } arrival
            ? new TurnSubject.AtOnce(arrival, loaded.IsNew ? Origins.OpeningOf(conversation, loaded.Origin) : null)
            : new TurnSubject.Item(item.Row.Id, item.Row.About);
        return new(conversation, subject)
        {
            State = decided.State,
            ExpectedVersion = loaded.Version,
            Outgoing = new(effects.Sent, way),
            NewOrigin = effects.Origin is { } origin ? Origins.ChangeTo(origin) : null,
            Records = [.. effects.Records.Values.Select(records.ChangeOf)],
            Commands = effects.Commands,
            Watches = [.. effects.Watches.Select(entry => (entry.Key, entry.Value))],
            Reminders = [.. effects.Reminders.Select(entry => (
                entry.Key,
                entry.Value?.DueAt.ToUnixTimeMilliseconds() ?? 0,
                entry.Value is { } reminder ? ActivityJson.Write(reminder.Activity) : null))],
            Events = effects.Events,
            Posts = [.. effects.Posts.Select(
                post => InboxEvent.From(post.Conversation, post.DedupeKey, $"post:{post.DedupeKey}", post.Activity))],
        };
    }

    private void Announce(ConversationKey conversation, TurnEffects effects)
    {
        if (effects.Sent.Count > 0)
        {
            notifier.Notify(conversation);
        }

        if (effects.Records.Values.Any(record => record.IsListed))
        {
            listed.Notify();
        }

        if (effects.Commands.Count > 0)
        {
            signals.Commands.Set();
        }

        if (effects.Watches.Count > 0)
        {
            signals.Watches.Set();
        }

        if (effects.Events.Count > 0)
        {
            signals.Events.Set();
        }

        foreach (var other in effects.Posts.Select(post => post.Conversation).Distinct())
        {
            waker.Wake(other);
        }
    }
}
