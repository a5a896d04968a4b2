using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>
/// Brings a hub's call into the conversation that it is about. One about a hand-over that is over or not known changes nothing.
/// </summary>
internal sealed class HubCalls(IConversationInbox inbox, DeskRecords records, IEnumerable<ITypingNotifier> typing)
{
    private const int LongestKey = 128;

    /// <param name="key">The hub's own of this call: the same one again is taken once.</param>
    public async Task TakeAsync(string handOverId, string key, CancellationToken cancellationToken)
    {
        if (key.Length <= LongestKey && await records.FindAsync(handOverId, cancellationToken) is { IsOpen: true } handOver)
        {
            try
            {
                await inbox.AcceptAsync(
                    ConversationKey.Parse(handOver.Conversation),
                    new InboundActivity(DeskEvents.Of(new HubCall(handOver.Id)), $"hub:{key}", Logged: false, Lasting: true),
                    cancellationToken);
            }
            catch (ConversationNotFoundException)
            {
                // Erased meanwhile.
            }
        }
    }

    /// <summary>Never stored: typing that comes late means nothing.</summary>
    public async Task TypeAsync(string handOverId, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(handOverId, cancellationToken) is { State: HandOverState.Active } handOver)
        {
            var conversation = ConversationKey.Parse(handOver.Conversation);
            foreach (var notifier in typing.Where(notifier => notifier.ChannelId == conversation.ChannelId))
            {
                await notifier.NotifyAsync(conversation, cancellationToken);
            }
        }
    }
}
