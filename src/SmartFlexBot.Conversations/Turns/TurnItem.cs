using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>What a turn answers: an undone item of the inbox, or an activity that is not in the inbox yet.</summary>
internal sealed class TurnItem(InboxItem row, ParsedActivity? parsed)
{
    public InboxItem Row => row;

    /// <summary>What the commit accepts together with its outcome; null for an item of the inbox.</summary>
    public Arrival? Arrival { get; private init; }

    public string ActivityId => row.ActivityId;

    /// <summary>The customer sees it in the history.</summary>
    public bool IsLogged => Arrival?.Logged ?? row.Sequence is not null;

    public static TurnItem Of(Arrival arrival, long now) =>
        new(
            new(
                0, arrival.DedupeKey, arrival.ActivityId!, null, 0, false, now, arrival.Protected, arrival.Json, arrival.About),
            arrival.Parsed)
        {
            Arrival = arrival,
        };

    /// <summary>It happened by itself: nobody would send it again.</summary>
    public bool IsOwn => row.About is not null;

    /// <summary>A fresh copy for each run: what a failed run did to its activity must not reach the next.</summary>
    public Activity ReadActivity(ConversationKey conversation)
    {
        var activity = parsed?.Take() ?? ActivityJson.Read(row.Json);
        return StoredActivity.Complete(conversation, activity, row.ActivityId, row.AcceptedAt);
    }
}

/// <summary>A conversation as last committed.</summary>
/// <param name="IsNew">True for one that the first turn's commit will open.</param>
internal sealed record ConversationState(ConversationOrigin Origin, string Json, long Version, bool IsNew = false)
{
    public static ConversationState New(ConversationOrigin origin) => new(origin, "{}", 0, IsNew: true);
}
