using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Puts an item off or aside, and tells the customer. The conversation's state is not touched.</summary>
internal sealed partial class TurnFallbacks(
    ITurnStore store,
    Replies replies,
    IEnumerable<ITurnFallback> fallbacks,
    LogNotifier notifier,
    TimeProvider time,
    ILogger<TurnFallbacks> logger)
{
    private readonly ITurnFallback? _fallback = fallbacks.LastOrDefault();

    /// <param name="tell">Say "still checking", unless it was said for this item before.</param>
    /// <param name="way">How what is said reaches the customer.</param>
    /// <returns>What was said.</returns>
    public Task<IReadOnlyList<string>> PostponeAsync(
        ConversationKey conversation, ConversationState loaded, TurnItem item, int attempts, TimeSpan delay, bool tell, OutgoingWay way)
    {
        var said = tell && !item.Row.Told
            ? Words(conversation, loaded, item, (fallback, activity, state) => fallback.StillChecking(activity, loaded.Origin, state))
            : [];
        var postponed = new Postponement(attempts, time.UnixNow() + delay.Ms(), tell || item.Row.Told);
        return CommitAsync(new(conversation, item.Row.Id, postponed, new(said, way)));
    }

    /// <inheritdoc cref="PostponeAsync"/>
    public Task<IReadOnlyList<string>> GiveUpAsync(ConversationKey conversation, ConversationState loaded, TurnItem item, OutgoingWay way)
    {
        var said = Words(conversation, loaded, item, (fallback, activity, state) => fallback.Failed(activity, loaded.Origin, state));
        return CommitAsync(new(conversation, item.Row.Id, null, new(said, way)));
    }

    private async Task<IReadOnlyList<string>> CommitAsync(FallbackCommit commit)
    {
        await store.CommitAsync(commit);
        notifier.Notify(commit.Conversation);
        return commit.Outgoing.Activities;
    }

    private string[] Words(
        ConversationKey conversation, ConversationState loaded, TurnItem item, Func<ITurnFallback, Activity, TurnState, Activity?> say)
    {
        try
        {
            var inbound = item.ReadActivity(conversation);
            return _fallback is not null && say(_fallback, inbound, new(JsonNode.Parse(loaded.Json)!.AsObject())) is { } words
                ? [replies.To(item, inbound, conversation, loaded.Origin).Write(words)]
                : [];
        }
        catch (Exception exception)
        {
            // Words are a courtesy: the item must still be put off or aside.
            Log.NoWords(logger, conversation, item.ActivityId, exception);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Conversation}: there are no words to say that {Activity} takes longer or failed.")]
        public static partial void NoWords(ILogger logger, ConversationKey conversation, string activity, Exception exception);
    }
}
