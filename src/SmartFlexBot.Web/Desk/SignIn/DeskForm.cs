using Microsoft.AspNetCore.Antiforgery;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// A form that a browser sends by itself comes from our own page, with the proof that the page was given. Its origin proves nothing: with
/// our referrer policy browsers name none.
/// </summary>
internal sealed class DeskForm(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var site = context.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" && await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : PageError.Result(StatusCodes.Status403Forbidden, "Forbidden", "Load the page again.");
    }
}
