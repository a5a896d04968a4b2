using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>
/// Brings a hub's call into the conversation that it is about. One about a hand-over that is over or not known changes nothing.
/// </summary>
internal sealed class HubCalls(
    IAgentHub hub, IConversationInbox inbox, DeskRecords records, IEnumerable<ITypingNotifier> typing)
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

    /// <summary>An agent writes where the hand-over is over: they learn it, and it ends there too.</summary>
    /// <param name="conversation">The hub's own; null where the call does not tell it.</param>
    /// <exception cref="HubException"/>
    public async Task RefuseAsync(string handOverId, string? conversation, string? messageId, CancellationToken cancellationToken)
    {
        var link = await records.FindLinkAsync(handOverId, cancellationToken);
        // A call that comes once more may be of a message that was told long ago.
        if (link is null || messageId is null || link.Place.Taken.Contains(messageId))
        {
            return;
        }

        var place = link.Place with { Conversation = conversation ?? link.Place.Conversation };
        if (place.Conversation is not null)
        {
            await hub.FailAsync(place, messageId, HubFailure.IsOver, cancellationToken);
            await hub.CloseAsync(place, cancellationToken);
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
