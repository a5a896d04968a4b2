using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedTurns([FromKeyedServices(StoreServices.Rows)] ITurnStore rows, RowSeal seal) : ITurnStore
{
    public async ValueTask<StoredConversation?> LoadAsync(ConversationKey conversation) =>
        await rows.LoadAsync(conversation) is { } stored
            ? stored with
            {
                Origin = seal.Open(stored.Origin, RowIdentity.Origin(conversation)),
                State = stored.Version == 0 ? stored.State : seal.Open(stored.State, RowIdentity.State(conversation, stored.Version)),
            }
            : null;

    public Task CommitAsync(TurnCommit commit) => rows.CommitAsync(commit with
    {
        Subject = Seal(commit.Conversation, commit.Subject),
        State = seal.Close(commit.State, RowIdentity.State(commit.Conversation, commit.ExpectedVersion + 1)),
        Outgoing = seal.Seal(commit.Conversation, commit.Outgoing),
        NewOrigin = commit.NewOrigin is { } change
            ? new(
                seal.Close(change.Origin, RowIdentity.Origin(commit.Conversation)),
                change.Owner is { } owner ? seal.Names.Owner(owner) : null)
            : null,
        Records = [.. commit.Records.Select(seal.Seal)],
        Commands = [.. commit.Commands.Select(seal.Seal)],
        Watches = [.. commit.Watches.Select(seal.Seal)],
        Reminders = [.. commit.Reminders.Select(reminder => seal.Seal(commit.Conversation, reminder))],
        Events = [.. commit.Events.Select(seal.Seal)],
        Posts = [.. commit.Posts.Select(seal.Seal)],
    });

    public Task CommitAsync(FallbackCommit commit) =>
        rows.CommitAsync(commit with { Outgoing = seal.Seal(commit.Conversation, commit.Outgoing) });

    private TurnSubject Seal(ConversationKey conversation, TurnSubject subject) => subject switch
    {
        TurnSubject.AtOnce { Arrival: var arrival, Opening: var opening } =>
            new TurnSubject.AtOnce(seal.Seal(conversation, arrival), seal.Seal(conversation, opening)),
        // An item's words come from its row, and are its hashes already.
        _ => subject,
    };
}
