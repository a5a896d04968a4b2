using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Opens conversations and vouches for their user with a token; for <c>tokens/generate</c> and for the page's own backend.
/// </summary>
public interface IDirectLineSessions
{
    /// <summary>Opens a conversation, or returns to one of the same user and account, and gives a token that is bound to it.</summary>
    /// <param name="accountNumber">The Kraken account the caller vouches for. Kept with the conversation, never in the token.</param>
    /// <param name="conversationId">A conversation to come back to; null to open a new one.</param>
    /// <param name="locale">BCP-47 language of a new conversation.</param>
    /// <exception cref="ConversationNotFoundException">There is no conversation <paramref name="conversationId"/>.</exception>
    /// <exception cref="ConversationOwnedByAnotherException">It belongs to another user or account.</exception>
    Task<DirectLineSession> IssueAsync(
        DirectLineUser user, string? accountNumber, string? conversationId, string? locale, CancellationToken cancellationToken);
}

/// <param name="Id">The caller's own id of the user; gets the prefix "dl_" when it lacks it, which Web Chat accepts from tokens
/// alone.</param>
/// <param name="Name">A name to greet with; may be null.</param>
public sealed record DirectLineUser(string Id, string? Name);

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="UserId">The user's id as activities carry it.</param>
public sealed record DirectLineSession(string ConversationId, string Token, int ExpiresIn, string UserId);
