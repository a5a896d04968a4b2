using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// What the desk shows is for its own page, or for who types the address: no other site's page may have it, nor its stream.
/// </summary>
internal static class DeskReads
{
    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsForeign(context.HttpContext.Request)
            ? ValueTask.FromResult<object?>(
                PageError.Result(StatusCodes.Status403Forbidden, "Forbidden", "The desk is for its own page."))
            : next(context);

    private static bool IsForeign(HttpRequest request)
    {
        // The browser's own verdict. A link from elsewhere may open the page itself, which shows nothing to whoever put it there.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "navigate";
        }

        // Older browsers name the origin alone.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
