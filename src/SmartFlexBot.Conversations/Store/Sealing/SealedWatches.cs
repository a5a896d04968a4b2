using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedWatches([FromKeyedServices(StoreServices.Rows)] IWatchStore rows, RowSeal seal) : IWatchStore
{
    public async Task<IReadOnlyList<DueWatch>> ClaimAsync(string kind, int limit, TimeSpan lease) =>
        [.. (await rows.ClaimAsync(kind, limit, lease)).Select(Open)];

    public Task LookAgainAsync(DueWatch due, long next, int failures) => rows.LookAgainAsync(due, next, failures);

    public Task<bool> ChangeAsync(DueWatch due, string state, long next, InboxEvent told) => rows.ChangeAsync(
        due, seal.Close(state, RowIdentity.Sighting(due.Watch.Kind, due.RowKey)), next, seal.Seal(told));

    public Task<bool> EndAsync(DueWatch due, InboxEvent? told) => rows.EndAsync(due, told is null ? null : seal.Seal(told));

    public Task<bool> HurryAsync(ConversationKey conversation) => rows.HurryAsync(conversation);

    private DueWatch Open(DueWatch due)
    {
        var kind = due.Watch.Kind;
        var last = due.LastState is { } state ? seal.TryOpen(state, RowIdentity.Sighting(kind, due.RowKey)) : null;
        if (seal.TryOpen(due.Watch.Payload, RowIdentity.Watch(kind, due.RowKey)) is not { } opened)
        {
            return due with { LastState = last, IsReadable = false };
        }

        var (key, payload) = RowSeal.Apart(opened);
        return due with { LastState = last, Watch = due.Watch with { Key = key, Payload = payload } };
    }
}
