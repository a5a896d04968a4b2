using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedOutbox([FromKeyedServices(StoreServices.Rows)] IOutboxStore rows, RowSeal seal) : IOutboxStore
{
    public async ValueTask<IReadOnlyList<OutboxItem>> ReadWaitingAsync(ConversationKey conversation, int limit) =>
        [.. (await rows.ReadWaitingAsync(conversation, limit)).Select(
            item => item with { Entry = seal.Open(conversation, item.Entry) })];

    public ValueTask<IReadOnlyList<UndeliveredItem>> ReadUndeliveredAsync(ConversationKey conversation, int limit) =>
        rows.ReadUndeliveredAsync(conversation, limit);

    public Task MarkDeliveredAsync(ConversationKey conversation, long sequence) => rows.MarkDeliveredAsync(conversation, sequence);

    public Task PostponeAsync(ConversationKey conversation, long sequence, long notBefore, string reason) =>
        rows.PostponeAsync(conversation, sequence, notBefore, reason);

    public Task GiveUpAsync(ConversationKey conversation, long sequence, string reason) =>
        rows.GiveUpAsync(conversation, sequence, reason);

    public Task MarkUncertainAsync(ConversationKey conversation, long sequence, string reason) =>
        rows.MarkUncertainAsync(conversation, sequence, reason);

    public Task GiveUpAllAsync(ConversationKey conversation, string reason) => rows.GiveUpAllAsync(conversation, reason);
}
