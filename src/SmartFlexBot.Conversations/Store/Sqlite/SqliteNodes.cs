using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteNodes(StoreReader reader, StoreWriter writer, Node node, TimeProvider time) : INodeStore
{
    public Task<int> TidyAsync(long notSeenSince, long expired)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
        {
            session.Execute(NodeSql.Beat, node.Id, now);
            session.Execute(NodeSql.ForgetOthers, node.Id, notSeenSince);
            session.Execute(RecordSql.Purge, expired);
            return session.Execute(CommandSql.Orphans, now);
        });
    }

    public ValueTask<IReadOnlyList<ConversationKey>> FindIdleAsync(long before, ConversationKey? after, int limit)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.Query(
            NodeSql.Idle, row => ConversationKey.Parse(row.GetString(0)), now, before, after?.ToString() ?? "", limit)));
    }

    public Task ForgetChannelAsync(string channelId)
    {
        // As keys sort: the channel's id, a bar, anything.
        var (from, to) = (new ConversationKey(channelId, "").ToString(), $"{channelId}}}");
        return writer.WriteAsync(session => NodeSql.ForgetConversations.Sum(sql => session.Execute(sql, from, to)));
    }

    public ValueTask<Backlog> CountAsync(long overdue) => new(reader.Read(session => session.First(
        BacklogSql.Count,
        row => new Backlog(
            row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
        overdue))!);
}
