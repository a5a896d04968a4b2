using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>
/// A customer comes back from the provider, which has vouched for them. The link that they left by says which chat it is for; that the chat
/// is theirs, its own browser shows, or a code that they see here and type there. Somebody else's link thus gives nobody an account.
/// </summary>
internal sealed class AccountReturn(
    AccountTickets tickets, ChatBrowser browser, AccountPages pages, IConversationInbox inbox, IOptions<AccountSignInOptions> options)
{
    /// <summary>The link lives no longer either.</summary>
    public static TimeSpan LongestAbsence => AccountTicket.Lifetime;

    /// <param name="key">The record key of the ticket that the browser left with; null when it did not leave by a link.</param>
    public async Task TakeAsync(HttpContext http, ClaimsPrincipal principal, string? key)
    {
        var numbers = AccountNumbers.Of(principal, options.Value.AccountsClaim!);
        if (await tickets.FindAsync(key, http.RequestAborted) is not { } ticket)
        {
            await pages.Ended(http).ExecuteAsync(http);
            return;
        }

        var chat = ConversationKey.Parse(ticket.Conversation);
        var code = await browser.RunsAsync(http, chat) ? null : AccountCode.New();
        var accepted = await inbox.AcceptAsync(
            chat,
            new InboundActivity(
                OnboardingEvents.Event(OnboardingEvents.AccountProved, new JsonObject { ["ticket"] = key }),
                // Whoever comes back first with a link has used it, also before its chat hears of it.
                $"{OnboardingEvents.AccountProved}/{key}",
                Logged: false,
                ProtectedValue: new ProvedAccounts(key!, numbers, code).Write(),
                Lasting: true),
            CancellationToken.None);
        var page = accepted.Duplicate ? pages.Ended(http)
            : code is null || numbers.Count == 0 ? pages.Back(http, ticket.Locale)
            : pages.Code(http, ticket.Locale, code);
        await page.ExecuteAsync(http);
    }

    public Task FailAsync(HttpContext http) => pages.Failed(http).ExecuteAsync(http);
}
