using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteCommands(StoreReader reader, StoreWriter writer, Node node, TimeProvider time) : ICommandStore
{
    public async Task<IReadOnlyList<ClaimedCommand>> ClaimAsync(CommandStatus status, int limit)
    {
        var now = time.UnixNow();
        if (!reader.Read(session => session.First(CommandSql.AnyDue, _ => true, (int)status, now)))
        {
            return [];
        }

        return await writer.WriteAsync(session => status == CommandStatus.Pending
            ? session.Query(CommandSql.Claim, Read, node.Id, now, limit)
            : session.Query(CommandSql.ClaimUnclear, Read, node.Id, now, limit));
    }

    public Task<bool> CompleteAsync(ClaimedCommand claimed, InboxEvent outcome)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
            session.Execute(CommandSql.Done, claimed.Id, node.Id) == 1 && InboxWrites.Post(session, outcome, now));
    }

    public Task ReleaseAsync(ClaimedCommand claimed, long notBefore) =>
        writer.WriteAsync(session => session.Execute(CommandSql.Pending, notBefore, claimed.Id, node.Id));

    public Task DoubtAsync(ClaimedCommand claimed, long notBefore) =>
        writer.WriteAsync(session => session.Execute(CommandSql.Unclear, notBefore, claimed.Id, node.Id));

    private static ClaimedCommand Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        ConversationKey.Parse(row.GetString(3)),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.GetInt32(5),
        row.GetInt64(6));
}
