using Microsoft.AspNetCore.Antiforgery;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.SignIn;

/// <summary>
/// Asks whoever opened a link in another browser than the chat's whether they asked for it: a link that was passed on would connect a
/// stranger's device to the account of whoever sent it.
/// </summary>
internal sealed class ConfirmPage(Texts texts, MarketSettings market, IAntiforgery antiforgery)
{
    public const string GoOn = "allow";
    public const string NotMe = "deny";

    public IResult Show(HttpContext http, string code, Ticket ticket, int statusCode = StatusCodes.Status200OK)
    {
        var language = texts.LanguageOf(ticket.Locale);
        var proof = antiforgery.GetAndStoreTokens(http);
        http.Response.Headers.ContentSecurityPolicy = PageHeaders.FormPolicy(new Uri(ticket.Uri));
        var content = new ShellContent()
            .Add(texts.Get(language, $"page.ask.{ticket.Purpose}", ("supplier", market.Supplier)))
            .Add(
                (texts.Get(language, "page.ask.supplier"), market.Supplier),
                (texts.Get(language, "page.ask.device"), ticket.Device),
                (texts.Get(language, "page.ask.home"), ticket.Home))
            .AddStrong(texts.Get(language, "page.ask.own"))
            .Add(new PageForm($"/auth/start/{code}", (proof.FormFieldName, proof.RequestToken!),
            [
                new(texts.Get(language, "page.ask.go-on"), GoOn),
                new(texts.Get(language, "page.ask.not-me"), NotMe),
            ]));
        return PageShell.Result(language, texts.Get(language, "page.ask.title"), content, statusCode);
    }
}
