using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using static SmartFlexBot.BotFramework.Ports.Delivery;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>
/// What a connector's answer to a new activity means (bot protocol B3). Posting is not idempotent and takes no key: only what
/// certainly was not delivered is sent again.
/// </summary>
internal static class ConnectorOutcome
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Delivery Of(HttpStatusCode status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => (int)status switch
    {
        >= 200 and < 300 => new Delivered(),
        412 or 429 or 503 => new Retry(After(retryAfter, now), $"The connector answered {(int)status}."),
        408 or >= 500 => new GivenUp($"The connector answered {(int)status}: nobody knows whether it was delivered."),
        _ => new GivenUp($"The connector answered {(int)status}."),
    };

    /// <summary>No answer at all.</summary>
    public static Delivery Of(Exception exception) => exception switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError,
        } => new Retry(Pause, "The connector cannot be reached."),
        _ => new GivenUp("The connector did not answer: nobody knows whether it was delivered."),
    };

    private static TimeSpan After(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) =>
        retryAfter is { Delta: { } delta } ? delta
        : retryAfter is { Date: { } date } && date > now ? date - now
        : Pause;
}
