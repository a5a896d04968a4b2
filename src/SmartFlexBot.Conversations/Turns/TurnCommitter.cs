using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Commits a decided turn and wakes those who have something to do now.</summary>
internal sealed class TurnCommitter(
    StoreWriter writer,
    RecordStore records,
    Protection protection,
    IProcessingProbe probe,
    LogNotifier notifier,
    OriginStore origins,
    Acceptances acceptances,
    ConversationWaker waker,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time)
{
    private readonly ChannelAccount _bot = new() { Id = options.Value.BotId, Name = options.Value.BotName };

    /// <param name="inRequest">Who sent the item waits for what is said: it is not delivered.</param>
    /// <returns>The conversation as it is now, and what was said.</returns>
    public async Task<(ConversationState Committed, IReadOnlyList<string> Said)> CommitAsync(
        ConversationKey conversation, ConversationState loaded, TurnItem item, TurnResult.Decided decided, bool inRequest)
    {
        var effects = decided.Effects;
        var said = Address(conversation, loaded, item, effects.Sent);
        var commit = TurnCommit.Prepare(conversation, item, time.UnixNow(), decided.State, loaded.Version, said, effects, records, protection);
        commit.InRequest = inRequest;
        commit.Opening = loaded.IsNew ? origins.Seal(loaded.Origin) : null;
        bool Apply(SqlSession session)
        {
            commit.Apply(session);
            return true;
        }

        // What is accepted only now can still be refused.
        await (item.Arrival is null ? writer.WriteAsync(Apply) : writer.AdmitAsync(Apply));
        probe.Reached(ProcessingPoint.Committed);
        if (item.Arrival is { } arrival)
        {
            acceptances.Announce(conversation, arrival);
        }

        Announce(conversation, effects);
        return (loaded with { Json = decided.State, Version = loaded.Version + 1, IsNew = false }, said);
    }

    /// <returns>The activities as JSON, ready for the log.</returns>
    public IReadOnlyList<string> Address(
        ConversationKey conversation, ConversationState loaded, TurnItem item, IReadOnlyList<Activity> outgoing)
    {
        if (outgoing.Count == 0)
        {
            return [];
        }

        var inbound = item.ReadActivity(conversation);
        return [.. outgoing.Select(activity => ActivityJson.Write(
            Addressing.Complete(activity, inbound, item.Logged, conversation, loaded.Origin, _bot)))];
    }

    private void Announce(ConversationKey conversation, TurnEffects effects)
    {
        if (effects.Sent.Count > 0)
        {
            notifier.Notify(conversation);
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
