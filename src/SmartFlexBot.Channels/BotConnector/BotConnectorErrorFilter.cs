using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Every refusal and failure as the connector's error body (bot protocol B2). Channels repeat what is 429 or 503.</summary>
internal sealed partial class BotConnectorErrorFilter(ILogger<BotConnectorErrorFilter> logger) : IEndpointFilter
{
    private const string RetryAfterSeconds = "2";

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

    private IResult Answer(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case DirectLineException refused:
                if (refused.Status == StatusCodes.Status401Unauthorized)
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                return DirectLineErrorFilter.Error(refused.Status, refused.Code, refused.Message);
            case ConversationOwnedByAnotherException:
                return DirectLineErrorFilter.Error(StatusCodes.Status403Forbidden, "BadArgument", exception.Message);
            case BadHttpRequestException bad:
                return DirectLineErrorFilter.Error(bad.StatusCode, "BadArgument", "The request could not be read.");
            case StoreBusyException:
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return DirectLineErrorFilter.Error(StatusCodes.Status429TooManyRequests, "ServiceError", exception.Message);
            default:
                LogFailed(logger, exception);
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return DirectLineErrorFilter.Error(
                    StatusCodes.Status503ServiceUnavailable, "ServiceError", "This cannot be done now. Please try again shortly.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be accepted")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
