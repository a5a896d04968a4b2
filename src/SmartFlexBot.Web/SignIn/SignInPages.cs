using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.SignIn;

/// <summary>What a browser shows around a sign-in, in the customer's language.</summary>
public sealed class SignInPages(Texts texts)
{
    /// <summary>All is well: the chat goes on by itself, and closes the window if it has opened it.</summary>
    public IResult Back(HttpContext http, string locale)
    {
        http.Response.Headers.ContentSecurityPolicy = PageHeaders.ScriptPolicy;
        return Page(locale, "page.back", StatusCodes.Status200OK, script: "/js/return.js");
    }

    /// <summary>The maker sent the browser back with an error (RFC 6749, 4.1.2.1): most often the customer said no.</summary>
    public IResult Denied(string locale) => Page(locale, "page.denied", StatusCodes.Status200OK);

    /// <summary>It is not known whose browser this is: the address has to be pasted into the chat.</summary>
    public IResult PasteAddress(HttpContext http) => Page(LanguageOf(http), "page.paste", StatusCodes.Status200OK);

    /// <summary>Who opened the link had not asked for it: the chat is not theirs to go back to.</summary>
    public IResult NotMe(string locale) => PageShell.Result(
        texts.LanguageOf(locale), texts.Get(locale, "page.not-me.title"), [texts.Get(locale, "page.not-me.text")]);

    /// <param name="ticket">Null when there is none: invented, or too old.</param>
    public IResult Ended(HttpContext http, Ticket? ticket) =>
        ticket is { End: TicketEnd.Used } ? Page(ticket.Locale, "page.used", StatusCodes.Status410Gone) : Expired(http);

    public IResult Expired(HttpContext http) => Page(LanguageOf(http), "page.expired", StatusCodes.Status404NotFound);

    private IResult Page(string locale, string key, int statusCode, string? script = null)
    {
        var content = ShellContent.Of(
            [texts.Get(locale, $"{key}.text")], new PageLink(texts.Get(locale, "page.to-chat"), "/"));
        if (script is not null)
        {
            content.AddScript(script);
        }

        return PageShell.Result(texts.LanguageOf(locale), texts.Get(locale, $"{key}.title"), content, statusCode);
    }

    internal static string LanguageOf(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1)?.Value.ToString() ?? Texts.Fallback;
}
