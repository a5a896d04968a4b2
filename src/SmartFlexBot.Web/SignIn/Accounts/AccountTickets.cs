using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Accounts;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>Links of the chat that have not served yet.</summary>
internal sealed class AccountTickets(IRecordReader records)
{
    /// <param name="key">The ticket's record key.</param>
    /// <returns>Null for one that was never given out, is too old, or has served.</returns>
    public async Task<AccountTicket?> FindAsync(string? key, CancellationToken cancellationToken) =>
        key is { Length: > 0 }
        && await records.FindAsync(AccountTicket.RecordKind, key, cancellationToken) is { } record
        && AccountTicket.Read(record) is { IsUsed: false } ticket
            ? ticket
            : null;
}
