using Microsoft.AspNetCore.Antiforgery;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>A change comes from our own page, of our own origin, with the proof that the page was given for this person.</summary>
internal sealed class DeskProof(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            return PageError.Result(StatusCodes.Status403Forbidden, "Forbidden", "Load the desk again.");
        }

        return await SameOrigin.FilterAsync(context, next);
    }
}
