using Microsoft.AspNetCore.Diagnostics;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

/// <summary>Answers that would have no body: a page in plain words for a person, JSON for a program.</summary>
internal static class PageErrors
{
    private static readonly PathString[] ProgramPaths = ["/session", "/v3", "/api", "/health", "/operations", "/simulator"];

    public static void UsePageErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            // Too much load is not made less by logging each refusal.
            SuppressDiagnosticsCallback = context => context.Exception is StoreBusyException,
            ExceptionHandler = WriteAsync,
        });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // Kestrel's own word for a chunk whose length is more than it can count.
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        StoreBusyException => StatusCodes.Status429TooManyRequests,
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task WriteAsync(HttpContext context)
    {
        // Who refused may know better.
        if (context.Response.Headers.RetryAfter.Count == 0)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds(context.Response.StatusCode);
        }

        return ResultFor(context).ExecuteAsync(context);
    }

    private static string? RetryAfterSeconds(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "1",
        StatusCodes.Status503ServiceUnavailable => "5",
        _ => null,
    };

    private static IResult ResultFor(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (!IsForPerson(context.Request))
        {
            return PageError.Result(status, CodeOf(status), MessageOf(status));
        }

        var services = context.RequestServices;
        var language = services.GetRequiredService<SessionCookie>().Read(context)?.Locale ?? PageLanguages.FromBrowser(context.Request);
        var texts = services.GetRequiredService<PageTexts>();
        var kind = status is 429 or >= 500 ? "error.failed" : "error.notFound";
        return PageShell.Result(
            language,
            texts.Get(language, $"{kind}.heading"),
            [texts.Get(language, $"{kind}.text")],
            new PageLink(texts.Get(language, "error.back"), "/"),
            status);
    }

    private static bool IsForPerson(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !ProgramPaths.Any(path => request.Path.StartsWithSegments(path));

    private static string CodeOf(int status) => status switch
    {
        404 => "NotFound",
        405 => "MethodNotAllowed",
        413 => "TooLarge",
        415 => "UnsupportedMediaType",
        429 => "TooManyRequests",
        >= 500 => "ServiceError",
        _ => "BadArgument",
    };

    private static string MessageOf(int status) => status switch
    {
        404 => "There is nothing at this address.",
        405 => "This address does not take this method.",
        413 => "The body is too large.",
        415 => "Send the body as application/json.",
        429 => "Too much is going on at the moment. Please try again shortly.",
        >= 500 => "Something went wrong on our side. Please try again later.",
        _ => "The request cannot be used.",
    };
}
