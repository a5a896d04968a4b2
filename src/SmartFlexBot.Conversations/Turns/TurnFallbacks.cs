using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Puts an item off or aside, and tells the customer. The conversation's state is not touched.</summary>
internal sealed partial class TurnFallbacks(
    StoreWriter writer,
    TurnCommitter committer,
    IEnumerable<ITurnFallback> fallbacks,
    LogNotifier notifier,
    TimeProvider time,
    ILogger<TurnFallbacks> logger)
{
    private readonly ITurnFallback? _fallback = fallbacks.LastOrDefault();

    /// <param name="tell">Say "still checking", unless it was said for this item before.</param>
    /// <param name="inRequest">Who sent the item waits for what is said.</param>
    /// <returns>What was said.</returns>
    public Task<IReadOnlyList<string>> PostponeAsync(
        ConversationKey conversation, ConversationState loaded, TurnItem item, int attempts, TimeSpan delay, bool tell, bool inRequest)
    {
        var now = time.UnixNow();
        var words = tell && !item.Told ? Words(conversation, loaded, item, (fallback, activity, state) =>
            fallback.StillChecking(activity, loaded.Origin, state)) : [];
        return CommitAsync(conversation, item, words, inRequest, session =>
        {
            var told = tell || item.Told ? 1 : 0;
            if (session.Execute(InboxSql.Postpone, attempts, now + delay.Ms(), told, item.Id) == 0)
            {
                throw new ItemDoneException();
            }
        });
    }

    /// <inheritdoc cref="PostponeAsync"/>
    public Task<IReadOnlyList<string>> GiveUpAsync(ConversationKey conversation, ConversationState loaded, TurnItem item, bool inRequest)
    {
        var words = Words(conversation, loaded, item, (fallback, activity, state) => fallback.Failed(activity, loaded.Origin, state));
        return CommitAsync(conversation, item, words, inRequest, session => TurnCommit.MarkDone(session, item));
    }

    private async Task<IReadOnlyList<string>> CommitAsync(
        ConversationKey conversation, TurnItem item, IReadOnlyList<string> words, bool inRequest, Action<SqlSession> mark)
    {
        var now = time.UnixNow();
        await writer.WriteAsync(session =>
        {
            mark(session);
            if (words.Count > 0)
            {
                var newest = session.First(ConversationSql.AppendLog, row => row.GetInt64(0), words.Count, conversation.ToString());
                TurnCommit.AppendLog(session, conversation, newest, words, now, deliver: !inRequest);
                if (inRequest)
                {
                    TurnCommit.MarkAnswered(session, item, newest, words.Count);
                }
            }

            return true;
        });
        if (words.Count > 0)
        {
            notifier.Notify(conversation);
        }

        return words;
    }

    private IReadOnlyList<string> Words(
        ConversationKey conversation, ConversationState loaded, TurnItem item, Func<ITurnFallback, Activity, TurnState, Activity?> say)
    {
        try
        {
            return _fallback is not null
                && say(_fallback, item.ReadActivity(conversation), new(JsonNode.Parse(loaded.Json)!.AsObject())) is { } activity
                ? committer.Address(conversation, loaded, item, [activity])
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
