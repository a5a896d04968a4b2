using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.SignIn.Accounts;

/// <summary>What a browser shows around a sign-in to an account. There is no link to a chat: it may be in another app.</summary>
internal sealed class AccountPages(Texts texts, SignInPages pages)
{
    /// <summary>All is well: the chat goes on by itself.</summary>
    public IResult Back(HttpContext http, string locale)
    {
        Keep(http);
        return pages.Back(http, locale);
    }

    public IResult Code(HttpContext http, string locale, string code)
    {
        Keep(http);
        var content = new ShellContent()
            .Add(texts.Get(locale, "page.account.code.text"))
            .AddStrong(AccountCode.Shown(code))
            .Add(texts.Get(locale, "page.account.code.own"));
        return PageShell.Result(texts.LanguageOf(locale), texts.Get(locale, "page.account.code.title"), content);
    }

    public IResult Ended(HttpContext http)
    {
        Keep(http);
        return pages.Expired(http);
    }

    public IResult Failed(HttpContext http)
    {
        Keep(http);
        var locale = SignInPages.LanguageOf(http);
        return PageShell.Result(
            texts.LanguageOf(locale), texts.Get(locale, "page.account.failed.title"), [texts.Get(locale, "page.account.failed.text")],
            statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>It is for this person now, and in nobody's frame.</summary>
    private static void Keep(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = PageHeaders.ScriptPolicy;
    }
}
