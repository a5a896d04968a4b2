using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Watches;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Makes arrivals of what comes in.</summary>
internal sealed class Arrivals(IEnumerable<IInboundRedaction> redactions, Presence presence)
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

        // Both have columns of their own, and are put back from there.
        var id = activity.Id;
        activity.Id = null;
        activity.Timestamp = null;
        var json = ActivityJson.Write(activity);
        return new(
            inbound.DedupeKey,
            id,
            json,
            secret,
            inbound.Logged,
            inbound.Lasting ? $"event:{inbound.DedupeKey}" : null,
            inbound.Logged && presence.Arrived(conversation),
            ParsedActivity.Of(json, activity.ShallowCopy()));
    }
}
