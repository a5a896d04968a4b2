using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>A turn's commit as one job: all of it or nothing.</summary>
internal sealed class TurnWrites(TurnCommit commit, long now)
{
    private readonly string _conversation = commit.Conversation.ToString();

    public bool Apply(SqlSession session)
    {
        var newest = commit.Subject switch
        {
            TurnSubject.Item item => Finish(session, item),
            TurnSubject.AtOnce atOnce => Accept(session, atOnce),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no subject of a turn."),
        };
        OutgoingWrites.Append(session, commit.Conversation, newest, commit.Outgoing, now);
        // Before what is written for it: records and events belong to whom their conversation does.
        if (commit.NewOrigin is { } change)
        {
            session.Execute(ConversationSql.ChangeOrigin, change.Origin, change.Owner, _conversation);
        }

        WriteRecords(session);
        WriteWishes(session);
        foreach (var post in commit.Posts)
        {
            InboxWrites.Post(session, post, now);
        }

        return true;
    }

    /// <returns>The number of the newest log entry.</returns>
    private long Finish(SqlSession session, TurnSubject.Item item)
    {
        if (session.Execute(InboxSql.Done, item.Id) == 0)
        {
            throw new ItemDoneException();
        }

        if (item.About is not null)
        {
            session.Execute(InboxSql.DoneBefore, _conversation, item.About, item.Id);
        }

        var newest = session.First(
            ConversationSql.CommitTurn,
            row => (long?)row.GetInt64(0), commit.State, commit.Outgoing.Activities.Count, _conversation, commit.ExpectedVersion)
            ?? throw new StaleVersionException();
        OutgoingWrites.KeepAnswer(session, item.Id, newest, commit.Outgoing);
        return newest;
    }

    /// <inheritdoc cref="Finish"/>
    private long Accept(SqlSession session, TurnSubject.AtOnce atOnce)
    {
        var (arrival, opening) = atOnce;
        if (session.First(InboxSql.HasUndone, _ => true, _conversation))
        {
            throw new OvertakenException();
        }

        if (opening is not null && !InboxWrites.Open(session, _conversation, opening, now))
        {
            throw new StaleVersionException();
        }

        var said = commit.Outgoing.Activities.Count;
        var newest = session.First(
            ConversationSql.CommitArrival,
            row => (long?)row.GetInt64(0), commit.State, said + (arrival.Logged ? 1 : 0), now, _conversation, commit.ExpectedVersion)
            ?? throw new StaleVersionException();
        var seq = arrival.Logged ? newest - said : (long?)null;
        var (from, count) = OutgoingWrites.AnswerOf(commit.Outgoing, newest);
        if (session.Execute(InboxSql.InsertAnswered, _conversation, arrival.DedupeKey, arrival.ActivityId, seq, now, from, count) == 0)
        {
            throw new ItemDoneException();
        }

        if (seq is not null)
        {
            session.Execute(LogSql.Insert, _conversation, seq, arrival.ActivityId, now, arrival.Logging!(seq.Value));
        }

        if (arrival.CustomerIsBack)
        {
            session.Execute(WatchSql.Hurry, _conversation);
        }

        return newest;
    }

    private void WriteRecords(SqlSession session)
    {
        foreach (var record in commit.Records)
        {
            var (evidence, listed) = (record.IsEvidence ? 1 : 0, record.IsListed ? 1 : 0);
            var written = record.ExpectedVersion == 0
                ? session.Execute(
                    RecordSql.Create, record.Kind, record.Key, record.Content, evidence, record.ExpiresAt, now, listed, _conversation)
                : session.Execute(
                    RecordSql.Update,
                    record.Content, evidence, record.ExpiresAt, now, listed, record.Kind, record.Key, record.ExpectedVersion);
            if (written == 0)
            {
                throw new StaleVersionException();
            }
        }
    }

    private void WriteWishes(SqlSession session)
    {
        foreach (var command in commit.Commands)
        {
            session.Execute(CommandSql.Insert, command.Key, command.Kind, _conversation, command.Payload, now);
        }

        foreach (var ((kind, key), watch) in commit.Watches)
        {
            _ = watch is null
                ? session.Execute(WatchSql.Remove, kind, key)
                : session.Execute(
                    WatchSql.Set, kind, key, _conversation, watch.Payload, watch.Every.Ms(), watch.Until.ToUnixTimeMilliseconds());
        }

        foreach (var (key, due, json) in commit.Reminders)
        {
            _ = json is null
                ? session.Execute(ReminderSql.Cancel, _conversation, key)
                : session.Execute(ReminderSql.Set, _conversation, key, due, json);
        }

        foreach (var recorded in commit.Events)
        {
            session.Execute(EventSql.Insert, recorded.Key, recorded.Subject, recorded.Name, recorded.Json, now, _conversation);
        }
    }
}
