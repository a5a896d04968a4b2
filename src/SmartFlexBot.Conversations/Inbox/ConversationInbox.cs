using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Inbox;

/// <summary>Acceptance. Runs beside the conversation's lane, so a slow turn never delays it.</summary>
internal sealed class ConversationInbox(
    OriginStore origins, Arrivals arrivals, Acceptances acceptances, ConversationWaker waker) : IConversationInbox
{
    public async Task OpenAsync(ConversationKey conversation, ConversationOrigin origin, CancellationToken cancellationToken)
    {
        var existing = origins.Find(conversation);
        if (existing is null && !await origins.CreateAsync(conversation, origin))
        {
            existing = origins.Find(conversation);
        }

        existing?.RequireSame(origin);
    }

    public async Task<Acceptance> AcceptAsync(
        ConversationKey conversation, InboundActivity inbound, CancellationToken cancellationToken)
    {
        var acceptance = await acceptances.StoreAsync(conversation, arrivals.Prepare(conversation, inbound));
        if (!acceptance.Duplicate)
        {
            waker.Wake(conversation);
        }

        return acceptance;
    }
}
