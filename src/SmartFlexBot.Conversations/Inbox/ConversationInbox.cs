using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Acceptance. Runs beside the conversation's lane, so a slow turn never delays it.</summary>
internal sealed class ConversationInbox(
    Origins origins, Arrivals arrivals, Acceptances acceptances, IConversationWaker waker) : IConversationInbox
{
    public async Task OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken)
    {
        var existing = await origins.FindAsync(conversation);
        if (existing is null && !await origins.CreateAsync(conversation, origin))
        {
            existing = await origins.FindAsync(conversation);
        }

        existing?.RequireSame(origin);
    }

    public async Task<Acceptance> AcceptAsync(
        ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken)
    {
        var arrival = arrivals.Prepare(conversation, inbound);
        var acceptance = await acceptances.StoreAsync(conversation, arrival);
        if (!acceptance.Duplicate)
        {
            waker.Wake(conversation, arrival.Parsed);
        }

        return acceptance;
    }
}
