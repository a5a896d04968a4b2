using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Acceptance. Runs beside the conversation's lane, so a slow turn never delays it.</summary>
internal sealed class ConversationInbox(
    StoreWriter writer,
    OriginStore origins,
    Protection protection,
    IEnumerable<IInboundRedaction> redactions,
    IProcessingProbe probe,
    LogNotifier notifier,
    Presence presence,
    ConversationWaker waker,
    WorkSignals signals,
    TimeProvider time) : IConversationInbox
{
    private readonly IInboundRedaction[] _redactions = [.. redactions];

    public async Task OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken)
    {
        var existing = origins.Find(conversation);
        if (existing is null && !await origins.CreateAsync(conversation, origin))
        {
            existing = origins.Find(conversation);
        }

        if (existing is not null && (existing.UserId, existing.AccountNumber) != (origin.UserId, origin.AccountNumber))
        {
            throw new ConversationOwnedByAnotherException();
        }
    }

    public async Task<Acceptance> AcceptAsync(
        ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken)
    {
        var (activity, secret) = Redact(inbound);
        var entry = new Arrival(
            conversation,
            inbound.DedupeKey,
            activity.Id,
            ActivityJson.Write(activity),
            secret is null ? null : protection.InboxValue.Protect(secret),
            inbound.Logged,
            inbound.Logged && presence.Arrived(conversation));
        var now = time.UnixNow();
        var acceptance = await writer.AdmitAsync(session => Store(session, entry, now));
        if (!acceptance.Duplicate)
        {
            probe.Reached(ProcessingPoint.Stored);
            if (inbound.Logged)
            {
                notifier.Notify(conversation);
            }

            if (entry.CustomerIsBack)
            {
                signals.Watches.Set();
            }

            waker.Wake(conversation);
        }

        return acceptance;
    }

    private (Activity Activity, string? Secret) Redact(InboundActivity inbound)
    {
        var (activity, secret) = (inbound.Activity, inbound.ProtectedValue);
        foreach (var redaction in _redactions)
        {
            (activity, var found) = redaction.Redact(activity);
            secret = found ?? secret;
        }

        return (activity, secret);
    }

    private static Acceptance Store(SqlSession session, Arrival entry, long now)
    {
        var conversation = entry.Conversation.ToString();
        var first = session.First(
            InboxSql.FirstAcceptance,
            row => new Acceptance(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), Duplicate: true),
            conversation, entry.DedupeKey);
        if (first is not null)
        {
            return first;
        }

        if (!entry.Logged)
        {
            _ = session.First(ConversationSql.Exists, _ => true, conversation) ? true : throw new ConversationNotFoundException();
            var id = entry.ActivityId ?? InboxEvent.NewId();
            session.Execute(InboxSql.Insert, conversation, entry.DedupeKey, entry.Json, entry.Protected, id, null, now);
            return new(id, null, Duplicate: false);
        }

        var seq = session.First(ConversationSql.NextLogSeq, row => (long?)row.GetInt64(0), now, conversation)
            ?? throw new ConversationNotFoundException();
        var activityId = entry.ActivityId ?? StoredActivity.Id(entry.Conversation, seq);
        session.Execute(InboxSql.Insert, conversation, entry.DedupeKey, null, entry.Protected, activityId, seq, now);
        session.Execute(LogSql.Insert, conversation, seq, activityId, now, entry.Json);
        if (entry.CustomerIsBack)
        {
            session.Execute(WatchSql.Hurry, conversation);
        }

        return new(activityId, seq, Duplicate: false);
    }

    private sealed record Arrival(
        ConversationKey Conversation, string DedupeKey, string? ActivityId, string Json, string? Protected, bool Logged, bool CustomerIsBack);
}
