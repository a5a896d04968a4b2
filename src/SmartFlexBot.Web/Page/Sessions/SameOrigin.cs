using System.Net.Mime;

namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>Refuses calls that another site's page made the browser send (cross-site request forgery).</summary>
internal static class SameOrigin
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsOurs(request))
        {
            return PageError.Result(StatusCodes.Status403Forbidden, "Forbidden", "This call is for the chat page itself.");
        }
        // A plain form can't send these types, so that even a browser without the headers above can't be tricked.
        if (!request.HasJsonContentType() && request.ContentType != MediaTypeNames.Application.Octet)
        {
            return PageError.Result(
                StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Send the body as application/json.");
        }

        return await next(context);
    }

    private static bool IsOurs(HttpRequest request)
    {
        // Older browsers don't give this verdict of theirs; all of them name the origin of such a call.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin";
        }

        return string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
