using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>Pages and parts of pages, rendered here once, and never kept by a browser.</summary>
internal static class DeskHtml
{
    /// <summary>Our files and our calls; forms lead here alone, and nobody may frame it.</summary>
    private const string Policy =
        "default-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; img-src 'self'; script-src 'self'; style-src 'self'; "
        + "frame-ancestors 'none'";

    public static IResult Of<TComponent>(HttpContext context, object view, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TComponent>(new Dictionary<string, object?> { ["View"] = view })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    public static string ProofOf(HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken!;
}
