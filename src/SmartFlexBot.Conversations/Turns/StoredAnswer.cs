using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>What a sender gets that waited in its request.</summary>
[GenerateSerializer, Immutable]
internal sealed record StoredAnswer(string ActivityId, string[] Activities)
{
    /// <returns>The answer to an activity that was answered before; null when it is new or still to be answered.</returns>
    public static StoredAnswer? Find(SqlSession session, ConversationKey conversation, string dedupeKey)
    {
        var key = conversation.ToString();
        var found = session.First(
            InboxSql.FindAnswer,
            row => new Row(
                row.GetString(0),
                row.GetInt32(1) != 0,
                row.IsDBNull(2) ? null : row.GetInt64(2),
                row.IsDBNull(3) ? 0 : row.GetInt32(3)),
            key, dedupeKey);
        return found switch
        {
            { From: { } from } => new(
                found.ActivityId, [.. session.Query(LogSql.After, row => row.GetString(3), key, from - 1, found.Count)]),
            { Done: true } => new(found.ActivityId, []),
            _ => null,
        };
    }

    private sealed record Row(string ActivityId, bool Done, long? From, int Count);
}
