using System.Security.Cryptography;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>Gives a visitor a Direct Line token for their conversation: the one they had, or a new one.</summary>
internal sealed class ChatSessions(IDirectLineSessions directLine, IDemoCustomers demoCustomers, TimeProvider time)
{
    /// <param name="locale">The language of the page.</param>
    /// <returns>Null when the customer asked for cannot be given.</returns>
    public async Task<OpenedSession?> OpenAsync(PageSession? had, string? customer, string locale, CancellationToken cancellationToken)
    {
        var demoAccounts = await demoCustomers.ReadAccountNumbersAsync(cancellationToken);
        if (SessionPlan.Decide(had, customer, demoAccounts) is not { } plan)
        {
            return null;
        }

        var issued = (plan.Resume ? await TryResumeAsync(had!, locale, cancellationToken) : null)
            ?? await directLine.IssueAsync(NewUser(plan.Account), plan.Account, conversationId: null, locale, cancellationToken);
        return new(
            new PageSession(issued.UserId, issued.ConversationId, plan.Account, locale, Expires: time.GetUtcNow()),
            new SessionAnswer(
                issued.Token, issued.ConversationId, issued.UserId, locale, issued.ExpiresIn, demoCustomers.CanBeSteered, plan.Account));
    }

    /// <summary>Null when the conversation is gone (retention, a new database): the visitor then starts anew.</summary>
    private async Task<DirectLineSession?> TryResumeAsync(PageSession had, string locale, CancellationToken cancellationToken)
    {
        try
        {
            return await directLine.IssueAsync(
                new DirectLineUser(had.UserId, Name: null), had.Account, had.ConversationId, locale, cancellationToken);
        }
        catch (Exception error) when (error is ConversationNotFoundException or ConversationOwnedByAnotherException)
        {
            return null;
        }
    }

    private DirectLineUser NewUser(string? account) => new(
        "dl_" + RandomNumberGenerator.GetHexString(32, lowercase: true), account is null ? null : demoCustomers.GivenNameOf(account));
}

internal sealed record OpenedSession(PageSession Session, SessionAnswer Answer);
