using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Records;

internal sealed class ListedRecords(
    IRecordStore store, RecordNotifier notifier, IOptions<ConversationsOptions> options, TimeProvider time) : IListedRecords
{
    public async Task<IReadOnlyList<ListedRecord>> ListAsync(string kind, long after, CancellationToken cancellationToken) =>
        Shown(await store.ListAsync(kind, after, int.MaxValue));

    public async Task<IReadOnlyList<ListedRecord>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        Shown(await store.ListAsync(kind: null, after, limit));

    public async Task<long> NewestAsync(CancellationToken cancellationToken) => await store.NewestAsync();

    public async Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        var notified = notifier.Next;
        try
        {
            if (await store.NewestAsync() <= after)
            {
                await notified.WaitAsync(options.Value.SlowPollInterval, time, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            // The slow poll: the caller reads, finds what was missed or nothing, and waits again.
        }
    }

    public async Task SaveAsync(
        string kind, string key, string json, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        await store.PutAsync(
            new(kind, key, ExpectedVersion: 0, json, IsEvidence: false, expiresAt?.ToUnixTimeMilliseconds(), IsListed: true));
        notifier.Notify();
    }

    private static IReadOnlyList<ListedRecord> Shown(IReadOnlyList<ListedContent> listed) =>
        [.. listed.Select(record => new ListedRecord(record.Number, record.Kind, record.Text))];
}
