using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteOutbox(StoreReader reader, StoreWriter writer) : IOutboxStore
{
    public ValueTask<IReadOnlyList<OutboxItem>> ReadWaitingAsync(ConversationKey conversation, int limit) => new(reader.Read(session =>
        session.Query(
            OutboxSql.Waiting,
            row => new OutboxItem(SqliteLog.Entry(row, 2), row.GetInt32(0), row.GetInt64(1)), conversation.ToString(), limit)));

    public ValueTask<IReadOnlyList<UndeliveredItem>> ReadUndeliveredAsync(ConversationKey conversation, int limit) => new(reader.Read(
        session => session.Query(
            OutboxSql.Undelivered,
            row => new UndeliveredItem(
                row.GetInt64(0), (UndeliveredState)row.GetInt32(1), row.IsDBNull(2) ? null : row.GetString(2)),
            conversation.ToString(), limit)));

    public Task MarkDeliveredAsync(ConversationKey conversation, long sequence) =>
        writer.WriteAsync(session => session.Execute(OutboxSql.Delivered, conversation.ToString(), sequence));

    public Task PostponeAsync(ConversationKey conversation, long sequence, long notBefore, string reason) =>
        writer.WriteAsync(session => session.Execute(OutboxSql.Postpone, notBefore, reason, conversation.ToString(), sequence));

    public Task GiveUpAsync(ConversationKey conversation, long sequence, string reason) =>
        EndAsync(OutboxSql.GivenUp, conversation, sequence, reason);

    public Task MarkUncertainAsync(ConversationKey conversation, long sequence, string reason) =>
        EndAsync(OutboxSql.Uncertain, conversation, sequence, reason);

    public Task GiveUpAllAsync(ConversationKey conversation, string reason) =>
        writer.WriteAsync(session => session.Execute(OutboxSql.GiveUpAll, reason, conversation.ToString()));

    private Task<int> EndAsync(int status, ConversationKey conversation, long sequence, string reason) =>
        writer.WriteAsync(session => session.Execute(OutboxSql.End, status, reason, conversation.ToString(), sequence));
}
