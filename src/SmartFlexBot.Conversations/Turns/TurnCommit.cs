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
    /// <exception cref="StaleVersionException">The state or a record has moved on.</exception>
    public void Apply(SqlSession session)
    {
        MarkDone(session, item);
        var newest = session.First(
            ConversationSql.CommitTurn, row => (long?)row.GetInt64(0), State, Outgoing.Count, _conversation, ExpectedVersion)
            ?? throw new StaleVersionException();
        AppendLog(session, conversation, newest, Outgoing, now);
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

    public static void MarkDone(SqlSession session, TurnItem item)
    {
        if (session.Execute(InboxSql.Done, item.Id) == 0)
        {
            throw new ItemDoneException();
        }
    }

    /// <param name="newest">The number of the last of <paramref name="outgoing"/>.</param>
    public static void AppendLog(
        SqlSession session, ConversationKey conversation, long newest, IReadOnlyList<string> outgoing, long now)
    {
        var key = conversation.ToString();
        for (var i = 0; i < outgoing.Count; i++)
        {
            var seq = newest - outgoing.Count + 1 + i;
            session.Execute(LogSql.Insert, key, seq, StoredActivity.Id(conversation, seq), now, outgoing[i]);
            session.Execute(OutboxSql.Insert, key, seq, now);
        }
    }
}

/// <summary>Another activation has answered this item.</summary>
internal sealed class ItemDoneException() : Exception("The inbox item is done.");
