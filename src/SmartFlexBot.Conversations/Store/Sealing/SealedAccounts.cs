using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedAccounts([FromKeyedServices(StoreServices.Rows)] IAccountStore rows, RowSeal seal) : IAccountStore
{
    public async ValueTask<IReadOnlyList<OwnedConversation>> ReadConversationsAsync(string owner) =>
        [.. (await rows.ReadConversationsAsync(seal.Names.Owner(owner))).Select(Open)];

    public async ValueTask<IReadOnlyList<OwnedRecord>> ReadRecordsAsync(string owner) =>
        [.. (await rows.ReadRecordsAsync(seal.Names.Owner(owner))).Select(
            record => record with { Content = seal.OpenJson(record.Content, RowIdentity.Record(record.Kind, record.Key)) })];

    public async ValueTask<IReadOnlyList<OwnedWork>> ReadWorkAsync(string owner) =>
        [.. (await rows.ReadWorkAsync(seal.Names.Owner(owner))).Select(Open)];

    public Task<int> EraseAsync(string owner, int limit) => rows.EraseAsync(seal.Names.Owner(owner), limit);

    public Task<bool> ForgetAsync(bool thorough) => rows.ForgetAsync(thorough);

    private OwnedConversation Open(OwnedConversation owned) => owned with
    {
        Origin = seal.OpenJson(owned.Origin, RowIdentity.Origin(owned.Conversation)),
        State = owned.Version == 0 ? owned.State : seal.OpenJson(owned.State, RowIdentity.State(owned.Conversation, owned.Version)),
    };

    /// <summary>The content alone: its key was sealed with it.</summary>
    private OwnedWork Open(OwnedWork work)
    {
        var identity = work.What switch
        {
            OwnedWorkKind.Watch => RowIdentity.Watch(work.Kind, work.Key),
            OwnedWorkKind.Reminder => RowIdentity.Reminder(work.Conversation!.Value, work.Key),
            OwnedWorkKind.Command => RowIdentity.Command(work.Key),
            _ => RowIdentity.Event(work.Key),
        };
        if (seal.TryOpen(work.Content, identity) is not { } opened)
        {
            return work with { Content = "" };
        }

        var content = RowSeal.Apart(opened).Second;
        return work with { Content = work.What == OwnedWorkKind.Event ? RowSeal.Apart(content).Second : content };
    }
}
