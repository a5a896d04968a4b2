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
    /// <returns>
    /// False when the hand-over is over: nobody will look. One that is not known is not ours, and that is no news to its hub.
    /// </returns>
    public async Task<bool> TakeAsync(string handOverId, string key, CancellationToken cancellationToken)
    {
        if (key.Length > LongestKey || await records.FindAsync(handOverId, cancellationToken) is not { } handOver)
        {
            return true;
        }

        if (!handOver.IsOpen)
        {
            return false;
        }

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

        return true;
    }

    /// <summary>The hub's message has been read and told to the customer.</summary>
    public async Task<bool> HasTakenAsync(string handOverId, string? messageId, CancellationToken cancellationToken) =>
        messageId is not null && await records.FindLinkAsync(handOverId, cancellationToken) is { } link
            && link.Place.Taken.Contains(messageId);

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
