using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Delivery;

internal sealed class DeliveryStates(IOutboxStore store) : IDeliveryStates
{
    private const int Most = 1000;

    public async Task<IReadOnlyDictionary<long, Undelivered>> ReadAsync(
        ConversationKey conversation, CancellationToken cancellationToken) =>
        (await store.ReadUndeliveredAsync(conversation, Most)).ToDictionary(
            item => item.Sequence, item => new Undelivered(item.State, item.Reason));
}
