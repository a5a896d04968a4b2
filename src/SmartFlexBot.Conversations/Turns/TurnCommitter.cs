using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
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
    ConversationWaker waker,
    WorkSignals signals,
    IOptions<ConversationsOptions> options,
    TimeProvider time)
{
    private readonly ChannelAccount _bot = new() { Id = options.Value.BotId, Name = options.Value.BotName };

    /// <returns>The conversation as it is now.</returns>
    public async Task<ConversationState> CommitAsync(
        ConversationKey conversation, ConversationState loaded, TurnItem item, TurnResult.Decided decided)
    {
        var effects = decided.Effects;
        var commit = TurnCommit.Prepare(
            conversation, item, time.UnixNow(), decided.State, loaded.Version, Address(conversation, loaded, item, effects.Sent), effects,
            records, protection);
        await writer.WriteAsync(session =>
        {
            commit.Apply(session);
            return true;
        });
        probe.Reached(ProcessingPoint.Committed);
        Announce(conversation, effects);
        return loaded with { Json = decided.State, Version = loaded.Version + 1 };
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
