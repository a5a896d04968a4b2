using System.Security.Cryptography;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine;

internal sealed class DirectLineSessions(IConversationInbox inbox, IConversationLog log, DirectLineTokens tokens) : IDirectLineSessions
{
    private const string UserIdPrefix = "dl_";

    public Task<DirectLineSession> IssueAsync(
        DirectLineUser user, string? accountNumber, string? conversationId, string? locale, CancellationToken cancellationToken) =>
        IssueAsync(user, accountNumber, conversationId, locale, [], cancellationToken);

    /// <param name="origins">The pages that may use the token; empty for any.</param>
    public async Task<DirectLineSession> IssueAsync(
        DirectLineUser user, string? accountNumber, string? conversationId, string? locale, IReadOnlyList<string> origins,
        CancellationToken cancellationToken)
    {
        var userId = WithPrefix(user.Id);
        if (conversationId is null)
        {
            conversationId = NewId();
            var origin = new ConversationOrigin(userId, user.Name, accountNumber, locale);
            await inbox.OpenAsync(DirectLineChannel.Key(conversationId), origin, cancellationToken);
        }
        else
        {
            var origin = await log.FindOriginAsync(DirectLineChannel.Key(conversationId), cancellationToken)
                ?? throw new ConversationNotFoundException();
            if (origin.UserId != userId || origin.VouchedAccount != accountNumber)
            {
                throw new ConversationOwnedByAnotherException();
            }
        }

        var (token, expiresIn) = tokens.Issue(conversationId, userId, origins);
        return new(conversationId, token, expiresIn, userId);
    }

    public static DirectLineUser NewUser(string? name) => new(UserIdPrefix + NewId(), name);

    private static string WithPrefix(string userId) =>
        userId.StartsWith(UserIdPrefix, StringComparison.Ordinal) ? userId : UserIdPrefix + userId;

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
