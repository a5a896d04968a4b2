using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>An activity on its way into an inbox: redacted, serialised and encrypted outside the writer.</summary>
/// <param name="ActivityId">The channel's own; null for one that is numbered by its place in the log.</param>
[GenerateSerializer, Immutable]
internal sealed record Arrival(
    string DedupeKey, string? ActivityId, string Json, string? Protected, bool Logged, bool CustomerIsBack)
{
    /// <returns>The first acceptance when there was one.</returns>
    /// <exception cref="ConversationNotFoundException">The conversation was never opened.</exception>
    public Acceptance Store(SqlSession session, ConversationKey key, long now)
    {
        var conversation = key.ToString();
        var first = session.First(
            InboxSql.FirstAcceptance,
            row => new Acceptance(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), Duplicate: true),
            conversation, DedupeKey);
        if (first is not null)
        {
            return first;
        }

        if (!Logged)
        {
            _ = session.First(ConversationSql.Exists, _ => true, conversation) ? true : throw new ConversationNotFoundException();
            var id = ActivityId ?? InboxEvent.NewId();
            session.Execute(InboxSql.Insert, conversation, DedupeKey, Json, Protected, id, null, now);
            return new(id, null, Duplicate: false);
        }

        var seq = session.First(ConversationSql.NextLogSeq, row => (long?)row.GetInt64(0), now, conversation)
            ?? throw new ConversationNotFoundException();
        var activityId = ActivityId ?? StoredActivity.Id(key, seq);
        session.Execute(InboxSql.Insert, conversation, DedupeKey, null, Protected, activityId, seq, now);
        session.Execute(LogSql.Insert, conversation, seq, activityId, now, Json);
        if (CustomerIsBack)
        {
            session.Execute(WatchSql.Hurry, conversation);
        }

        return new(activityId, seq, Duplicate: false);
    }
}

/// <summary>Makes arrivals of what comes in.</summary>
internal sealed class Arrivals(Protection protection, IEnumerable<IInboundRedaction> redactions, Presence presence)
{
    private readonly IInboundRedaction[] _redactions = [.. redactions];

    public Arrival Prepare(ConversationKey conversation, InboundActivity inbound)
    {
        var (activity, secret) = (inbound.Activity, inbound.ProtectedValue);
        foreach (var redaction in _redactions)
        {
            (activity, var found) = redaction.Redact(activity);
            secret = found ?? secret;
        }

        return new(
            inbound.DedupeKey,
            activity.Id,
            ActivityJson.Write(activity),
            secret is null ? null : protection.InboxValue.Protect(secret),
            inbound.Logged,
            inbound.Logged && presence.Arrived(conversation));
    }
}
