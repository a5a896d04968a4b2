using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteTurns(StoreReader reader, StoreWriter writer, LogSize size, TimeProvider time) : ITurnStore
{
    public ValueTask<StoredConversation?> LoadAsync(ConversationKey conversation) => new(reader.Read(session => session.First(
        ConversationSql.Load,
        row => new StoredConversation(row.GetString(0), row.GetString(1), row.GetInt64(2)),
        conversation.ToString())));

    public Task CommitAsync(TurnCommit commit)
    {
        var job = new TurnWrites(commit, time.UnixNow());

        // What is accepted only now can still be refused.
        return commit.Subject is TurnSubject.AtOnce ? writer.AdmitAsync(Write) : writer.WriteAsync(Write);

        bool Write(SqlSession session)
        {
            job.Apply(session);
            size.Grew(session, commit.Conversation.ToString(), LengthOf(commit));
            return true;
        }
    }

    private static long LengthOf(TurnCommit commit) =>
        commit.Outgoing.Activities.Sum(activity => (long)activity.Length)
        + (commit.Subject is TurnSubject.AtOnce { Arrival: { } arrival } ? arrival.LoggedLength : 0);

    public Task CommitAsync(FallbackCommit commit)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
        {
            var marked = commit.Postponed is { } postponed
                ? session.Execute(InboxSql.Postpone, postponed.Attempts, postponed.NotBefore, postponed.Told ? 1 : 0, commit.Item)
                : session.Execute(InboxSql.Done, commit.Item);
            if (marked == 0)
            {
                throw new ItemDoneException();
            }

            return commit.Outgoing.Activities.Count == 0 || Say(session, commit, now);
        });
    }

    private static bool Say(SqlSession session, FallbackCommit commit, long now)
    {
        var newest = session.First(
            ConversationSql.AppendLog, row => row.GetInt64(0), commit.Outgoing.Activities.Count, commit.Conversation.ToString());
        OutgoingWrites.Append(session, commit.Conversation, newest, commit.Outgoing, now);
        OutgoingWrites.KeepAnswer(session, commit.Item, newest, commit.Outgoing);
        return true;
    }
}
