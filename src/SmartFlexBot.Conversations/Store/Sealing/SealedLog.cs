using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedLog([FromKeyedServices(StoreServices.Rows)] ILogStore rows, RowSeal seal) : ILogStore
{
    public async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(ConversationKey conversation, long watermark, LogPage page)
    {
        var left = page.Bytes;
        return
        [
            .. (await rows.ReadAsync(conversation, watermark, Sealed(page)))
                .Select(entry => seal.Open(conversation, entry))
                .TakeWhile((entry, at) => (left -= Encoding.UTF8.GetByteCount(entry.Json)) >= 0 || at == 0)
        ];
    }

    public ValueTask<long> NewestAsync(ConversationKey conversation) => rows.NewestAsync(conversation);

    /// <summary>Of rows that hold as much: no less than fits is read, and little more.</summary>
    private static LogPage Sealed(LogPage page)
    {
        var bytes = RowCipher.LongestSealed(page.Bytes) + (page.Entries * RowCipher.LongestSealed(0));
        return page with { Bytes = (int)Math.Min(int.MaxValue, bytes) };
    }
}
