using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteInbox(StoreReader reader, StoreWriter writer, LogSize size, TimeProvider time) : IInboxStore
{
    public ValueTask<string?> FindOriginAsync(ConversationKey conversation) => new(reader.Read(session =>
        session.First(ConversationSql.Origin, row => row.GetString(0), conversation.ToString())));

    public async Task<bool> OpenAsync(ConversationKey conversation, Opening opening)
    {
        var now = time.UnixNow();
        return await writer.AdmitAsync(session => InboxWrites.Open(session, conversation.ToString(), opening, now));
    }

    public Task<Acceptance> AcceptAsync(ConversationKey conversation, Arrival arrival, Opening? opening)
    {
        var now = time.UnixNow();
        return writer.AdmitAsync(session =>
        {
            if (opening is not null)
            {
                InboxWrites.Open(session, conversation.ToString(), opening, now);
            }

            var acceptance = InboxWrites.Accept(session, conversation, arrival, now);
            if (acceptance is { Duplicate: false, Sequence: not null })
            {
                size.Grew(session, conversation.ToString(), arrival.LoggedLength);
            }

            return acceptance;
        });
    }

    public ValueTask<IReadOnlyList<InboxItem>> ReadReadyAsync(ConversationKey conversation, int limit)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.Query(
            InboxSql.Ready,
            row => new InboxItem(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.IsDBNull(3) ? null : row.GetInt64(3),
                row.GetInt32(4),
                row.GetInt32(5) != 0,
                row.GetInt64(6),
                row.IsDBNull(7) ? null : row.GetString(7),
                row.GetString(8),
                row.IsDBNull(9) ? null : row.GetString(9)),
            conversation.ToString(), now, limit)));
    }

    public ValueTask<bool> HasUndoneAsync(ConversationKey conversation) => new(reader.Read(session =>
        session.First(InboxSql.HasUndone, _ => true, conversation.ToString())));

    public ValueTask<StoredAnswer?> FindAnswerAsync(ConversationKey conversation, string dedupeKey) => new(reader.Read(session =>
    {
        var key = conversation.ToString();
        return session.First(
            InboxSql.FindAnswer,
            row => new Answer(
                row.GetString(0),
                row.GetInt32(1) != 0,
                row.IsDBNull(2) ? null : row.GetInt64(2),
                row.IsDBNull(3) ? 0 : row.GetInt32(3)),
            key, dedupeKey) switch
        {
            { From: { } from } found => Stored(found.ActivityId, EntriesOf(session, key, from, found.Count)),
            { Done: true } found => new(found.ActivityId, []),
            _ => null,
        };
    }));

    // Those that the log has left behind by now are not replaced by what came after them.
    private static StoredEntry[] EntriesOf(SqlSession session, string conversation, long from, int count) =>
    [
        .. session.Query(LogSql.After, row => SqliteLog.Entry(row, 0), conversation, from - 1, count)
            .Where(entry => entry.Sequence < from + count)
    ];

    private static StoredAnswer Stored(string activityId, StoredEntry[] entries) =>
        new(activityId, [.. entries.Select(entry => entry.Json)]) { From = entries.FirstOrDefault()?.Sequence ?? 0 };

    private sealed record Answer(string ActivityId, bool Done, long? From, int Count);
}
