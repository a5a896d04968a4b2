using System.Security.Cryptography;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Commands;

/// <summary>Claims, and what becomes of them.</summary>
internal sealed class CommandClaims(ICommandStore store, IConversationWaker waker, TimeProvider time)
{
    public async Task<IReadOnlyList<ClaimedCommand>> ClaimAsync(CommandStatus status, int limit) =>
        limit > 0 ? await store.ClaimAsync(status, limit) : [];

    /// <exception cref="CryptographicException">Its payload does not open.</exception>
    public static Command Open(ClaimedCommand claimed) => new(
        claimed.Kind,
        claimed.Key,
        claimed.Payload ?? throw new CryptographicException("A command's payload does not open."),
        claimed.Conversation,
        claimed.Attempt);

    /// <summary>Stores the outcome and brings it into the conversation.</summary>
    public async Task CompleteAsync(ClaimedCommand claimed, CommandOutcome.Completed outcome)
    {
        var entry = InboxEvent.From(
            claimed.Conversation,
            $"command:{claimed.Key}",
            $"command:{claimed.Key}",
            SystemEvent.Create(CommandResult.EventName, claimed.Kind, claimed.Key, "result", outcome.Result));
        if (await store.CompleteAsync(claimed, entry))
        {
            waker.Wake(claimed.Conversation);
        }
    }

    /// <summary>It was certainly not carried out: it may be, after the pause.</summary>
    public Task ReleaseAsync(ClaimedCommand claimed, TimeSpan after) => store.ReleaseAsync(claimed, NotBefore(after));

    /// <summary>Nobody knows whether it was carried out: read after the pause.</summary>
    public Task DoubtAsync(ClaimedCommand claimed, TimeSpan after) => store.DoubtAsync(claimed, NotBefore(after));

    private long NotBefore(TimeSpan after) => after > TimeSpan.Zero ? time.UnixNow() + after.Ms() : 0;
}
