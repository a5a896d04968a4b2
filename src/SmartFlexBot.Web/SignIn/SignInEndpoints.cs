using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using QRCoder;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.SignIn;

/// <summary>
/// Where links in the chat lead, and where makers' pages send the browser back to. The address behind a link is looked up by its
/// ticket; the address a browser comes back with goes into the conversation's inbox, encrypted.
/// </summary>
public static class SignInEndpoints
{
    /// <summary>Holds the ticket while the browser is at the maker's: who comes back must be who left.</summary>
    private const string TicketCookie = "smartflexbot-signin";

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/auth");
        auth.MapGet("/start/{code}", StartAsync);
        auth.MapGet("/return", ReturnAsync);
        auth.MapGet("/qr/{code}.png", QrCode);
        return app;
    }

    private static async Task<IResult> StartAsync(
        string code, HttpContext http, SignInPages pages, PublicAddress self, IRecordReader records, IConversationInbox inbox,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(records, code, cancellationToken) is not { } ticket)
        {
            return pages.Expired(http);
        }

        if (ticket.Purpose == TicketPurpose.SignIn)
        {
            http.Response.Cookies.Append(TicketCookie, code, Cookie(self));
        }
        else
        {
            await TellOpenedAsync(inbox, ticket, code, cancellationToken);
        }

        return Results.Redirect(ticket.Uri);
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext http, SignInPages pages, PublicAddress self, IRecordReader records, IConversationInbox inbox,
        CancellationToken cancellationToken)
    {
        var code = http.Request.Cookies[TicketCookie];
        if (code is null || await FindAsync(records, code, cancellationToken) is not { } ticket)
        {
            return pages.PasteAddress(http);
        }

        if (ticket.Purpose != TicketPurpose.SignIn || !BelongsTo(ticket, http.Request))
        {
            return pages.PasteAddress(http);
        }

        // What the browser showed: behind a proxy this host itself is reached by another name.
        var address = self.Base.GetLeftPart(UriPartial.Authority) + http.Request.GetEncodedPathAndQuery();
        var returned = OnboardingEvents.Event(OnboardingEvents.SignInReturned, new JsonObject { ["stepId"] = ticket.StepId });
        await inbox.AcceptAsync(
            ConversationKey.Parse(ticket.Conversation),
            new InboundActivity(
                returned, $"signin:{Ticket.KeyOf(code + address)}", Logged: false, ProtectedValue: address, Lasting: true),
            cancellationToken);
        http.Response.Cookies.Delete(TicketCookie, Cookie(self));
        return http.Request.Query.ContainsKey("error") ? pages.Denied(ticket.Locale) : pages.Back(ticket.Locale);
    }

    private static IResult QrCode(string code, PublicAddress address)
    {
        if (code.Length != 32 || !code.All(char.IsAsciiHexDigitLower))
        {
            return Results.NotFound();
        }

        using var data = QRCodeGenerator.GenerateQrCode(address.Of($"/auth/start/{code}"), QRCodeGenerator.ECCLevel.M);
        return Results.Bytes(new PngByteQRCode(data).GetGraphic(8), "image/png");
    }

    private static async Task<Ticket?> FindAsync(IRecordReader records, string code, CancellationToken cancellationToken) =>
        await records.FindAsync(Ticket.RecordKind, Ticket.KeyOf(code), cancellationToken) is { } record ? Ticket.Read(record) : null;

    /// <summary>
    /// The maker returns the state that it was given: an answer to another request is not this customer's (RFC 6749, 10.12).
    /// </summary>
    private static bool BelongsTo(Ticket ticket, HttpRequest request)
    {
        var sent = QueryHelpers.ParseQuery(new Uri(ticket.Uri).Query);
        return !sent.TryGetValue("state", out var state) || request.Query["state"] == state;
    }

    private static Task<Acceptance> TellOpenedAsync(
        IConversationInbox inbox, Ticket ticket, string code, CancellationToken cancellationToken)
    {
        var opened = OnboardingEvents.Event(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = ticket.StepId });
        return inbox.AcceptAsync(
            ConversationKey.Parse(ticket.Conversation),
            new InboundActivity(opened, $"opened:{Ticket.KeyOf(code)}", Logged: false, Lasting: true),
            cancellationToken);
    }

    private static CookieOptions Cookie(PublicAddress self) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = self.Base.Scheme == Uri.UriSchemeHttps,
        Path = "/auth",
        MaxAge = TimeSpan.FromHours(1),
        IsEssential = true,
    };
}
