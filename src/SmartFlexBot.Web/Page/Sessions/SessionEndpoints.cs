using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>POST /session opens or resumes this browser's conversation, DELETE /session ends it for this browser.</summary>
internal static class SessionEndpoints
{
    private const int LargestBody = 4096;

    public static void MapSessions(this IEndpointRouteBuilder endpoints)
    {
        var session = endpoints.MapGroup("/session")
            .AddEndpointFilter(SameOrigin.FilterAsync)
            .RequireRateLimiting(endpoints.ServiceProvider.GetRequiredService<SessionRateLimit>())
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        session.MapPost("", OpenAsync);
        session.MapDelete("", EndAsync);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, SessionCookie cookie, ChatSessions sessions)
    {
        if (await ReadAsync(context) is not { } request)
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "BadArgument",
                "Send a JSON object with the texts \"locale\" and \"customer\", both optional.");
        }

        var had = cookie.Read(context);
        var locale = PageLanguages.Match(request.Locale) ?? had?.Locale ?? PageLanguages.FromBrowser(context.Request);
        if (await sessions.OpenAsync(had, request.Customer, locale, context.RequestAborted) is not { } opened)
        {
            return PageError.Result(StatusCodes.Status400BadRequest, "UnknownCustomer", "There is no such demo customer here.");
        }

        cookie.Write(context, opened.Session);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(opened.Answer, PageJson.Default.SessionAnswer);
    }

    private static async Task<IResult> EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Nothing in it matters, but a body left unread would end the connection instead of answering.
        await context.Request.Body.CopyToAsync(Stream.Null, cancellationToken);
        SessionCookie.Delete(context);
        return Results.NoContent();
    }

    private static async Task<SessionRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, PageJson.Default.SessionRequest, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
