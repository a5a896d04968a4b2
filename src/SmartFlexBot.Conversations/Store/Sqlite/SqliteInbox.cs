using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteInbox(StoreReader reader, StoreWriter writer, TimeProvider time) : IInboxStore
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

            return InboxWrites.Accept(session, conversation, arrival, now);
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
            { From: { } from } found => new StoredAnswer(
                found.ActivityId, [.. session.Query(LogSql.After, row => row.GetString(3), key, from - 1, found.Count)]) { From = from },
            { Done: true } found => new(found.ActivityId, []),
            _ => null,
        };
    }));

    private sealed record Answer(string ActivityId, bool Done, long? From, int Count);
}
