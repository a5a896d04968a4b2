namespace SmartFlexBot.Web.Page;

/// <summary>For an address that led somewhere once, or whose code was cut off: a person sees that it was no mistake of theirs.</summary>
internal static class GonePage
{
    /// <summary>404, in the browser's language.</summary>
    public static IResult Result(HttpContext http, PageTexts texts)
    {
        var language = PageLanguages.FromBrowser(http.Request);
        return PageShell.Result(
            language, texts.Get(language, "error.gone.heading"), [texts.Get(language, "error.gone.text")],
            new PageLink(texts.Get(language, "error.back"), "/"), StatusCodes.Status404NotFound);
    }
}
