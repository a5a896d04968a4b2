using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Commands;
using SmartFlexBot.Conversations.Delivery;
using SmartFlexBot.Conversations.Events;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Reminders;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Everything a turn decided, serialised and encrypted beforehand, written by one job: all of it or nothing.</summary>
internal sealed class TurnCommit(ConversationKey conversation, TurnItem item, long now)
{
    private readonly string _conversation = conversation.ToString();

    public required string State { get; init; }
    public required long ExpectedVersion { get; init; }
    public required IReadOnlyList<string> Outgoing { get; init; }
    public required IReadOnlyList<PreparedRecord> Records { get; init; }
    public required IReadOnlyList<CommandRequest> Commands { get; init; }
    public required IReadOnlyList<((string Kind, string Key) Name, WatchRequest? Watch)> Watches { get; init; }
    public required IReadOnlyList<(string Key, long DueAt, string? Json)> Reminders { get; init; }
    public required IReadOnlyList<BusinessEvent> Events { get; init; }
    public required IReadOnlyList<InboxEvent> Posts { get; init; }

    /// <summary>Who sent the item gets what is said in the request, so nothing is delivered.</summary>
    public bool InRequest { get; set; }

    /// <summary>The sealed origin of a conversation that this commit opens.</summary>
    public string? Opening { get; set; }

    public static TurnCommit Prepare(
        ConversationKey conversation, TurnItem item, long now, string state, long version, IReadOnlyList<string> outgoing, TurnEffects effects,
        RecordStore records, Protection protection) => new(conversation, item, now)
        {
            State = state,
            ExpectedVersion = version,
            Outgoing = outgoing,
            Records = [.. effects.Records.Values.Select(records.Prepare)],
            Commands = [.. effects.Commands.Select(
                command => command with { Payload = protection.CommandPayload.Protect(command.Payload) })],
            Watches = [.. effects.Watches.Select(entry => (entry.Key, entry.Value is { } watch
                ? watch with { Payload = protection.WatchPayload.Protect(watch.Payload) }
                : null))],
            Reminders = [.. effects.Reminders.Select(entry => (
                entry.Key,
                entry.Value?.DueAt.ToUnixTimeMilliseconds() ?? 0,
                entry.Value is { } reminder ? ActivityJson.Write(reminder.Activity) : null))],
            Events = effects.Events,
            Posts = [.. effects.Posts.Select(post => InboxEvent.From(post.Conversation, post.DedupeKey, post.Activity))],
        };

    /// <exception cref="ItemDoneException">The item was answered before.</exception>
    /// <exception cref="OvertakenException">Another item was accepted before this arrival: it comes first.</exception>
    /// <exception cref="StaleVersionException">The state or a record has moved on.</exception>
    public void Apply(SqlSession session)
    {
        var newest = item.Arrival is { } arrival ? Accept(session, arrival) : Finish(session);
        AppendLog(session, conversation, newest, Outgoing, now, deliver: !InRequest);
        foreach (var record in Records)
        {
            RecordStore.Write(session, record, now);
        }

        foreach (var command in Commands)
        {
            session.Execute(CommandSql.Insert, command.Key, command.Kind, _conversation, command.Payload, now);
        }

        foreach (var ((kind, key), watch) in Watches)
        {
            _ = watch is null
                ? session.Execute(WatchSql.Remove, kind, key)
                : session.Execute(
                    WatchSql.Set, kind, key, _conversation, watch.Payload, watch.Every.Ms(), watch.Until.ToUnixTimeMilliseconds());
        }

        foreach (var (key, due, json) in Reminders)
        {
            _ = json is null
                ? session.Execute(ReminderSql.Cancel, _conversation, key)
                : session.Execute(ReminderSql.Set, _conversation, key, due, json);
        }

        foreach (var recorded in Events)
        {
            session.Execute(EventSql.Insert, recorded.Key, recorded.Name, recorded.Json, now);
        }

        foreach (var post in Posts)
        {
            InboxWrites.PostEvent(session, post, now);
        }
    }

    /// <returns>The number of the newest log entry.</returns>
    private long Finish(SqlSession session)
    {
        MarkDone(session, item);
        var newest = session.First(
            ConversationSql.CommitTurn, row => (long?)row.GetInt64(0), State, Outgoing.Count, _conversation, ExpectedVersion)
            ?? throw new StaleVersionException();
        if (InRequest && Outgoing.Count > 0)
        {
            MarkAnswered(session, item, newest, Outgoing.Count);
        }

        return newest;
    }

    /// <inheritdoc cref="Finish"/>
    private long Accept(SqlSession session, Arrival arrival)
    {
        if (session.First(InboxSql.HasUndone, _ => true, _conversation))
        {
            throw new OvertakenException();
        }

        if (Opening is not null && session.Execute(ConversationSql.Open, _conversation, Opening, now) == 0)
        {
            throw new StaleVersionException();
        }

        var entries = Outgoing.Count + (arrival.Logged ? 1 : 0);
        var newest = session.First(
            ConversationSql.CommitArrival, row => (long?)row.GetInt64(0), State, entries, now, _conversation, ExpectedVersion)
            ?? throw new StaleVersionException();
        var seq = arrival.Logged ? newest - Outgoing.Count : (long?)null;
        var (from, count) = InRequest && Outgoing.Count > 0 ? (newest - Outgoing.Count + 1, Outgoing.Count) : ((long?)null, (int?)null);
        if (session.Execute(InboxSql.InsertAnswered, _conversation, arrival.DedupeKey, item.ActivityId, seq, now, from, count) == 0)
        {
            throw new ItemDoneException();
        }

        if (seq is not null)
        {
            session.Execute(LogSql.Insert, _conversation, seq, item.ActivityId, now, arrival.Json);
        }

        if (arrival.CustomerIsBack)
        {
            session.Execute(WatchSql.Hurry, _conversation);
        }

        return newest;
    }

    public static void MarkDone(SqlSession session, TurnItem item)
    {
        if (session.Execute(InboxSql.Done, item.Id) == 0)
        {
            throw new ItemDoneException();
        }
    }

    /// <param name="newest">The number of the last of the <paramref name="count"/> entries that are the answer.</param>
    public static void MarkAnswered(SqlSession session, TurnItem item, long newest, int count) =>
        session.Execute(InboxSql.Answered, newest - count + 1, count, item.Id);

    /// <param name="newest">The number of the last of <paramref name="outgoing"/>.</param>
    public static void AppendLog(
        SqlSession session, ConversationKey conversation, long newest, IReadOnlyList<string> outgoing, long now, bool deliver)
    {
        var key = conversation.ToString();
        for (var i = 0; i < outgoing.Count; i++)
        {
            var seq = newest - outgoing.Count + 1 + i;
            session.Execute(LogSql.Insert, key, seq, StoredActivity.Id(conversation, seq), now, outgoing[i]);
            if (deliver)
            {
                session.Execute(OutboxSql.Insert, key, seq, now);
            }
        }
    }
}

/// <summary>Another activation has answered this item.</summary>
internal sealed class ItemDoneException() : Exception("The inbox item is done.");

/// <summary>What was to be accepted and answered in one commit has others before it.</summary>
internal sealed class OvertakenException() : Exception("Another item is to be answered first.");
