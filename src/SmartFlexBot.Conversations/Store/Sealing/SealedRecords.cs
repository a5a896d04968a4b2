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

    /// <summary>One that does not open is left out, and said in the log: it must not hide the others.</summary>
    public async ValueTask<IReadOnlyList<ListedContent>> ListAsync(string? kind, long after, int limit) =>
    [
        .. from listed in await rows.ListAsync(kind, after, limit)
           let text = seal.TryOpen(listed.Text, RowIdentity.Record(listed.Kind, listed.Key))
           where text is not null
           select listed with { Text = text }
    ];

    public ValueTask<long> NewestAsync() => rows.NewestAsync();

    public Task PutAsync(RecordChange change) => rows.PutAsync(seal.Seal(change));
}
