using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedInbox([FromKeyedServices(StoreServices.Rows)] IInboxStore rows, RowSeal seal) : IInboxStore
{
    public async ValueTask<string?> FindOriginAsync(ConversationKey conversation) =>
        await rows.FindOriginAsync(conversation) is { } found ? seal.Open(found, RowIdentity.Origin(conversation)) : null;

    public Task<bool> OpenAsync(ConversationKey conversation, Opening opening) =>
        rows.OpenAsync(conversation, seal.Seal(conversation, opening)!);

    public Task<Acceptance> AcceptAsync(ConversationKey conversation, Arrival arrival, Opening? opening) =>
        rows.AcceptAsync(conversation, seal.Seal(conversation, arrival), seal.Seal(conversation, opening));

    public async ValueTask<IReadOnlyList<InboxItem>> ReadReadyAsync(ConversationKey conversation, int limit) =>
        [.. (await rows.ReadReadyAsync(conversation, limit)).Select(item => Open(conversation, item))];

    public ValueTask<bool> HasUndoneAsync(ConversationKey conversation) => rows.HasUndoneAsync(conversation);

    public async ValueTask<StoredAnswer?> FindAnswerAsync(ConversationKey conversation, string dedupeKey) =>
        await rows.FindAnswerAsync(conversation, seal.Names.DedupeKey(conversation, dedupeKey)) is { } found
            ? found with
            {
                Activities = [.. found.Activities.Select(
                    (json, at) => seal.OpenJson(json, RowIdentity.Log(conversation, found.From + at)))],
            }
            : null;

    /// <summary>What was sealed with it opens with it, or the item counts as damaged.</summary>
    private InboxItem Open(ConversationKey conversation, InboxItem item)
    {
        var identity = item.Sequence is { } sequence
            ? RowIdentity.Log(conversation, sequence)
            : RowIdentity.Inbox(conversation, item.DedupeKey);
        var secret = item.Protected is { } value
            ? seal.TryOpen(value, RowIdentity.InboxSecret(conversation, item.DedupeKey))
            : null;
        var isLost = item.Protected is not null && secret is null;
        return item with { Json = isLost ? "" : seal.OpenJson(item.Json, identity), Protected = secret };
    }
}
