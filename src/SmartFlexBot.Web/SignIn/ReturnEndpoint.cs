using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

/// <summary>Where the maker's page sends the browser back to.</summary>
internal sealed class ReturnEndpoint(
    OpenTickets tickets, TicketCookie cookie, SignInPages pages, PublicAddress self, IConversationInbox inbox)
{
    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!IsAnswer(http.Request.Query))
        {
            return pages.Expired(http);
        }

        var code = cookie.Read(http);
        if (await tickets.FindAsync(code, http.RequestAborted) is not { Purpose: TicketPurpose.SignIn } ticket
            || !BelongsTo(ticket, http.Request))
        {
            return pages.PasteAddress(http);
        }

        cookie.Delete(http);
        if (ticket.End is not null)
        {
            return pages.Ended(http, ticket);
        }

        await BringAsync(http, ticket, Ticket.KeyOf(code!));
        return http.Request.Query.ContainsKey("error") ? pages.Denied(ticket.Locale) : pages.Back(http, ticket.Locale);
    }

    private Task<Acceptance> BringAsync(HttpContext http, Ticket ticket, string key)
    {
        // What the browser showed: behind a proxy this host itself is reached by another name.
        var address = self.Base.GetLeftPart(UriPartial.Authority) + http.Request.GetEncodedPathAndQuery();
        var returned =
            OnboardingEvents.Event(OnboardingEvents.SignInReturned, new JsonObject { ["stepId"] = ticket.StepId, ["ticket"] = key });
        return inbox.AcceptAsync(
            ConversationKey.Parse(ticket.Conversation),
            new InboundActivity(returned, $"signin:{Ticket.KeyOf(key + address)}", Logged: false, ProtectedValue: address, Lasting: true),
            http.RequestAborted);
    }

    /// <summary>An authorization response carries a code or an error (RFC 6749, 4.1.2).</summary>
    private static bool IsAnswer(IQueryCollection query) => query.ContainsKey("code") || query.ContainsKey("error");

    /// <summary>
    /// The maker returns the state that it was given: an answer to another request is not this customer's (RFC 6749, 10.12).
    /// </summary>
    private static bool BelongsTo(Ticket ticket, HttpRequest request)
    {
        var sent = QueryHelpers.ParseQuery(new Uri(ticket.Uri).Query);
        return !sent.TryGetValue("state", out var state) || request.Query["state"] == state;
    }
}
