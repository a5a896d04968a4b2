using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Stores arrivals, and tells the log's readers. Waking the conversation is the caller's.</summary>
internal sealed class Acceptances(
    StoreWriter writer, OriginStore origins, IProcessingProbe probe, LogNotifier notifier, WorkSignals signals, TimeProvider time)
{
    /// <param name="opener">Opens the conversation when it is new; null when it must exist.</param>
    public async Task<Acceptance> StoreAsync(ConversationKey conversation, Arrival arrival, ConversationOrigin? opener = null)
    {
        var now = time.UnixNow();
        var opening = opener is null ? null : origins.Seal(opener);
        var acceptance = await writer.AdmitAsync(session =>
        {
            if (opening is not null)
            {
                session.Execute(ConversationSql.Open, conversation.ToString(), opening, now);
            }

            return arrival.Store(session, conversation, now);
        });
        if (!acceptance.Duplicate)
        {
            probe.Reached(ProcessingPoint.Stored);
            Announce(conversation, arrival);
        }

        return acceptance;
    }

    public void Announce(ConversationKey conversation, Arrival arrival)
    {
        if (arrival.Logged)
        {
            notifier.Notify(conversation);
        }

        if (arrival.CustomerIsBack)
        {
            signals.Watches.Set();
        }
    }
}
