using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>An undone inbox item, or one that is not in the inbox yet.</summary>
internal sealed record TurnItem(
    long Id, string ActivityId, bool Logged, int Attempts, long NotBefore, bool Told, long AcceptedAt, string? Protected, string Json)
{
    /// <summary>What the commit accepts together with its outcome; null for an item of the inbox.</summary>
    public Arrival? Arrival { get; private init; }

    public static TurnItem Of(Arrival arrival, long now) =>
        new(0, arrival.ActivityId!, arrival.Logged, 0, 0, false, now, arrival.Protected, arrival.Json) { Arrival = arrival };

    public static List<TurnItem> ReadUndone(SqlSession session, ConversationKey conversation, int limit) => session.Query(
        InboxSql.Undone,
        row => new TurnItem(
            row.GetInt64(0),
            row.GetString(1),
            !row.IsDBNull(2),
            row.GetInt32(3),
            row.GetInt64(4),
            row.GetInt32(5) != 0,
            row.GetInt64(6),
            row.IsDBNull(7) ? null : row.GetString(7),
            row.GetString(8)),
        conversation.ToString(), limit);

    /// <summary>A fresh copy for each run: what a failed run did to its activity must not reach the next.</summary>
    public Activity ReadActivity(ConversationKey conversation) => StoredActivity.Read(conversation, Json, ActivityId, AcceptedAt);

    public string? Reveal(Protection protection) => Protected is null ? null : protection.InboxValue.Unprotect(Protected);
}

/// <summary>A conversation as last committed.</summary>
/// <param name="IsNew">True for one that the first turn's commit will open.</param>
internal sealed record ConversationState(ConversationOrigin Origin, string Json, long Version, bool IsNew = false)
{
    public static ConversationState New(ConversationOrigin origin) => new(origin, "{}", 0, IsNew: true);

    public static ConversationState? Load(SqlSession session, OriginStore origins, ConversationKey conversation) => session.First(
        ConversationSql.Load,
        row => new ConversationState(origins.Open(row.GetString(0)), row.GetString(1), row.GetInt64(2)),
        conversation.ToString());
}
