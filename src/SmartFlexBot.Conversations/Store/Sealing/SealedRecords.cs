using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedRecords([FromKeyedServices(StoreServices.Rows)] IRecordStore rows, RowSeal seal) : IRecordStore
{
    public async ValueTask<RecordContent?> FindAsync(string kind, string key)
    {
        var name = seal.RecordKey(kind, key);
        return await rows.FindAsync(kind, name) is { } found
            ? found with { Text = seal.Open(found.Text, RowIdentity.Record(kind, name)) }
            : null;
    }
}
