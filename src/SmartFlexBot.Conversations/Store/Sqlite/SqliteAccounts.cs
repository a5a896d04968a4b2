using Microsoft.Data.Sqlite;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteAccounts(StoreReader reader, StoreWriter writer, StoreDatabase database) : IAccountStore
{
    public ValueTask<IReadOnlyList<OwnedConversation>> ReadConversationsAsync(string owner) => new(reader.Read(session => session.Query(
        AccountSql.Conversations,
        row => new OwnedConversation(
            ConversationKey.Parse(row.GetString(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetInt64(4),
            row.GetInt64(5)),
        owner)));

    public ValueTask<IReadOnlyList<OwnedRecord>> ReadRecordsAsync(string owner) => new(reader.Read(session => session.Query(
        AccountSql.Records,
        row => new OwnedRecord(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetBoolean(3),
            row.GetInt64(4),
            row.IsDBNull(5) ? null : row.GetInt64(5)),
        owner)));

    public ValueTask<IReadOnlyList<OwnedWork>> ReadWorkAsync(string owner) => new(reader.Read(session => session.Query(
        AccountSql.Work,
        row => new OwnedWork(
            (OwnedWorkKind)row.GetInt32(0),
            row.GetString(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : ConversationKey.Parse(row.GetString(3)),
            row.GetString(4),
            row.GetInt64(5)),
        owner)));

    public Task<int> EraseAsync(string owner, int limit) => writer.WriteAsync(session =>
    {
        var erased = 0;
        foreach (var part in AccountSql.Parts)
        {
            erased += erased < limit ? session.Execute(part, owner, limit - erased) : 0;
        }

        return erased;
    });

    public async Task<bool> ForgetAsync(bool thorough)
    {
        if (thorough)
        {
            // Not inside a transaction, as the writer's jobs are: on a connection of its own.
            using var session = database.OpenWriter();
            session.Execute(SqlitePragmas.Rewrite);
        }

        return await Task.FromResult(Empty());
    }

    /// <summary>What a reader still needs stays in the log until it has read.</summary>
    private bool Empty()
    {
        using var session = database.OpenWriter();
        try
        {
            return session.First(SqlitePragmas.EmptyLog, row => row.GetInt64(0) == 0);
        }
        catch (SqliteException exception) when (Outage.Of(exception) is { } outage)
        {
            throw outage;
        }
    }
}
