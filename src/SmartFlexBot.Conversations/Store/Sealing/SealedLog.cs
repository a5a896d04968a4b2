using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedLog([FromKeyedServices(StoreServices.Rows)] ILogStore rows, RowSeal seal) : ILogStore
{
    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(ConversationKey conversation, long watermark, int limit) =>
        [.. (await rows.ReadAsync(conversation, watermark, limit)).Select(entry => seal.Open(conversation, entry))];

    public ValueTask<long> NewestAsync(ConversationKey conversation) => rows.NewestAsync(conversation);
}
