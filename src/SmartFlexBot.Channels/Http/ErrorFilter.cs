using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.Http;

/// <summary>
/// Every refusal and failure as the error body that both protocols share. What is not the caller's fault is 503, or 429 under too much
/// load, with Retry-After.
/// </summary>
internal sealed partial class ErrorFilter(ILogger<ErrorFilter> logger) : IEndpointFilter
{
    private const string RetryAfterSeconds = "5";

    // A full queue is written in less than a second.
    private const string BusyRetryAfterSeconds = "1";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Answer(context.HttpContext, exception);
        }
    }

    public IResult Answer(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case RequestRefusedException refused:
                if (refused.Status == StatusCodes.Status401Unauthorized)
                {
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                }

                if (refused.RetryAfter is { } pause)
                {
                    context.Response.Headers.RetryAfter = Seconds(pause);
                }

                return Error(refused.Status, refused.Code, refused.Message);
            case ConversationNotFoundException:
                return Answer(context, RequestRefusedException.NotFound());
            case ConversationOwnedByAnotherException:
                return Answer(context, RequestRefusedException.Forbidden(exception.Message));
            case BadHttpRequestException bad:
                return Error(bad.StatusCode, "BadArgument", "The request could not be read.");
            case IOException { InnerException: OverflowException }:
                // Kestrel's own word for a chunk whose length is more than it can count.
                return Error(StatusCodes.Status400BadRequest, "BadArgument", "The request could not be read.");
            case StoreBusyException:
                // Not logged: too much load is not made less by it.
                context.Response.Headers.RetryAfter = BusyRetryAfterSeconds;
                return Error(
                    StatusCodes.Status429TooManyRequests, "TooManyRequests",
                    "Too much is going on at the moment. Please try again shortly.");
            default:
                LogFailed(logger, exception);
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Error(StatusCodes.Status503ServiceUnavailable, "ServiceError", "This cannot be done now. Please try again shortly.");
        }
    }

    /// <summary>Whole seconds, and at least one: 0 would be "at once".</summary>
    public static string Seconds(TimeSpan pause) => Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static IResult Error(int status, string code, string message) =>
        Results.Json(new ErrorBody(new(code, message)), HttpJson.Default.ErrorBody, statusCode: status);

    [LoggerMessage(Level = LogLevel.Error, Message = "A channel request failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
