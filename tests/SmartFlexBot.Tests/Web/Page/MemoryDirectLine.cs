using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Web.Page;

/// <summary>Conversations without a store: who opened each, and for which account.</summary>
internal sealed class MemoryDirectLine : IDirectLineSessions
{
    private readonly ConcurrentDictionary<string, (string UserId, string? Account)> conversations = new();

    public string? AccountOf(string conversationId) => conversations[conversationId].Account;

    public void Forget(string conversationId) => conversations.TryRemove(conversationId, out _);

    public Task<DirectLineSession> IssueAsync(
        DirectLineUser user, string? accountNumber, string? conversationId, string? locale, CancellationToken cancellationToken)
    {
        var id = conversationId ?? Guid.NewGuid().ToString("n");
        if (conversationId is null)
            conversations[id] = (user.Id, accountNumber);
        else if (!conversations.TryGetValue(id, out var origin))
            throw new ConversationNotFoundException();
        else if (origin != (user.Id, accountNumber))
            throw new ConversationOwnedByAnotherException();
        return Task.FromResult(new DirectLineSession(id, $"token-of-{id}", 1800, user.Id));
    }
}
