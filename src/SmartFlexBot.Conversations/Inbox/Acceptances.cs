using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Stores arrivals, and tells the log's readers. Waking the conversation is the caller's.</summary>
internal sealed class Acceptances(
    IInboxStore store, IProcessingProbe probe, LogNotifier notifier, WorkSignals signals)
{
    /// <param name="opener">Opens the conversation when it is new; null when it must exist.</param>
    public async Task<Acceptance> StoreAsync(ConversationKey conversation, Arrival arrival, ConversationOrigin? opener = null)
    {
        var acceptance = await store.AcceptAsync(conversation, arrival, opener is null ? null : Origins.OpeningOf(conversation, opener));
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
