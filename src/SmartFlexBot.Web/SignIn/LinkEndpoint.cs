using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.SignIn;

/// <summary>A link of the chat: the chat's own browser goes straight on, any other is asked first.</summary>
internal sealed class LinkEndpoint(
    OpenTickets tickets, TicketCookie cookie, ChatBrowser browser, ConfirmPage confirm, SignInPages pages, IAntiforgery antiforgery,
    IConversationInbox inbox)
{
    public const string Path = "/start/{code}";

    public async Task<IResult> OpenAsync(HttpContext http, string code)
    {
        var ticket = await tickets.FindAsync(code, http.RequestAborted);
        if (ticket is not { End: null })
        {
            return pages.Ended(http, ticket);
        }

        return await browser.IsOwnAsync(http, ticket) ? await LeadOnAsync(http, code, ticket) : confirm.Show(http, code, ticket);
    }

    public async Task<IResult> DecideAsync(HttpContext http, string code)
    {
        var ticket = await tickets.FindAsync(code, http.RequestAborted);
        if (ticket is not { End: null })
        {
            return pages.Ended(http, ticket);
        }

        return await DecisionAsync(http) switch
        {
            ConfirmPage.GoOn => await LeadOnAsync(http, code, ticket),
            ConfirmPage.NotMe => await RefuseAsync(http, code, ticket),
            _ => confirm.Show(http, code, ticket, StatusCodes.Status400BadRequest),
        };
    }

    /// <returns>
    /// The button that was pressed on our own page; null when another site's page sent the form (cross-site request forgery).
    /// </returns>
    private async Task<string?> DecisionAsync(HttpContext http)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return null;
        }

        return (await http.Request.ReadFormAsync(http.RequestAborted))[PageForm.Decision];
    }

    private async Task<IResult> LeadOnAsync(HttpContext http, string code, Ticket ticket)
    {
        if (ticket.Purpose == TicketPurpose.SignIn)
        {
            cookie.Write(http, code);
        }
        else
        {
            await TellAsync(
                ticket, OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = ticket.StepId }, $"opened:{Ticket.KeyOf(code)}");
        }

        // Not Results.Redirect: its 302 lets a browser repeat the POST, and it writes the address into the log.
        http.Response.Headers.Location = ticket.Uri;
        http.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> RefuseAsync(HttpContext http, string code, Ticket ticket)
    {
        var key = Ticket.KeyOf(code);
        await TellAsync(ticket, OnboardingEvents.LinkRefused, new JsonObject { ["ticket"] = key }, $"refused:{key}");
        cookie.Delete(http);
        return pages.NotMe(ticket.Locale);
    }

    private Task<Acceptance> TellAsync(Ticket ticket, string name, JsonObject value, string dedupeKey) =>
        inbox.AcceptAsync(
            ConversationKey.Parse(ticket.Conversation),
            new InboundActivity(OnboardingEvents.Event(name, value), dedupeKey, Logged: false, Lasting: true),
            // A browser that goes away must not take back what it has decided.
            CancellationToken.None);
}
