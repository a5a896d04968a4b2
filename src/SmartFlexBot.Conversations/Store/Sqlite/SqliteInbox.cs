using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteInbox(StoreReader reader, StoreWriter writer, LogSize size, TimeProvider time) : IInboxStore
{
    public ValueTask<string?> FindOriginAsync(ConversationKey conversation) => new(reader.Read(session =>
        session.First(ConversationSql.Origin, row => row.GetString(0), conversation.ToString())));

    public async Task<bool> OpenAsync(ConversationKey conversation, string sealedOrigin)
    {
        var now = time.UnixNow();
        return await writer.AdmitAsync(session => session.Execute(ConversationSql.Open, conversation.ToString(), sealedOrigin, now)) == 1;
    }

    public Task<Acceptance> AcceptAsync(ConversationKey conversation, Arrival arrival, string? opening)
    {
        var now = time.UnixNow();
        return writer.AdmitAsync(session =>
        {
            if (opening is not null)
            {
                session.Execute(ConversationSql.Open, conversation.ToString(), opening, now);
            }

            var acceptance = InboxWrites.Accept(session, conversation, arrival, now);
            if (acceptance is { Duplicate: false, Sequence: not null })
            {
                size.Grew(session, conversation.ToString(), arrival.Json.Length);
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
                !row.IsDBNull(2),
                row.GetInt32(3),
                row.GetInt32(4) != 0,
                row.GetInt64(5),
                row.IsDBNull(6) ? null : row.GetString(6),
                row.GetString(7),
                row.IsDBNull(8) ? null : row.GetString(8)),
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
            { From: { } from } found => new StoredAnswer(
                found.ActivityId,
                // Those that the log has left behind by now are not replaced by what came after them.
                [.. session.Query(LogSql.After, row => SqliteLog.Entry(row, 0), key, from - 1, found.Count)
                    .Where(entry => entry.Sequence < from + found.Count).Select(entry => entry.Json)]),
            { Done: true } found => new(found.ActivityId, []),
            _ => null,
        };
    }));

    private sealed record Answer(string ActivityId, bool Done, long? From, int Count);
}
