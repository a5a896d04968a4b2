using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedCommands([FromKeyedServices(StoreServices.Rows)] ICommandStore rows, RowSeal seal) : ICommandStore
{
    public async Task<IReadOnlyList<ClaimedCommand>> ClaimAsync(CommandStatus status, int limit) =>
        [.. (await rows.ClaimAsync(status, limit)).Select(Open)];

    public Task<bool> CompleteAsync(ClaimedCommand claimed, InboxEvent outcome) => rows.CompleteAsync(claimed, seal.Seal(outcome));

    public Task ReleaseAsync(ClaimedCommand claimed, long notBefore) => rows.ReleaseAsync(claimed, notBefore);

    public Task DoubtAsync(ClaimedCommand claimed, long notBefore) => rows.DoubtAsync(claimed, notBefore);

    private ClaimedCommand Open(ClaimedCommand claimed)
    {
        if (claimed.Payload is not { } value || seal.TryOpen(value, RowIdentity.Command(claimed.Key)) is not { } opened)
        {
            return claimed with { Payload = null };
        }

        var (key, payload) = RowSeal.Apart(opened);
        return claimed with { Key = key, Payload = payload };
    }
}
