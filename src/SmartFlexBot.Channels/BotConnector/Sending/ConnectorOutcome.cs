using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;
using static SmartFlexBot.BotFramework.Ports.Delivery;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>
/// What a connector's answer to a new activity means (bot protocol B3). Posting is not idempotent and takes no key: only what
/// certainly was not delivered is sent again.
/// </summary>
internal static class ConnectorOutcome
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>What channels answer, by status, where nobody reads any more: blocked, uninstalled, left, gone.</summary>
    private static readonly HashSet<(int Status, string? Code)> NobodyThere =
    [
        (403, "MessageWritesBlocked"),
        (403, "ConversationBlockedByUser"),
        (403, "BotNotInConversationRoster"),
        (403, "BotDisabledByUser"),
        (403, "BotDisabledByAdmin"),
        (404, "ConversationNotFound"),
        (404, null),
    ];

    /// <param name="code">The word in the refusal; null when there is none.</param>
    public static Delivery Of(HttpStatusCode status, string? code, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var said = $"The connector answered {(int)status}{(code is null ? "" : $" {code}")}.";
        return (int)status switch
        {
            >= 200 and < 300 => new Delivered(),
            412 or 429 or 503 => new Retry(After(retryAfter, now), said),
            408 or >= 500 => new Uncertain(said),
            var refused when NobodyThere.Contains((refused, code)) => new Unreachable(said),
            _ => new GivenUp(said),
        };
    }

    /// <summary>No answer at all.</summary>
    /// <param name="hasLeft">Whether the connector can have read any of it.</param>
    public static Delivery OfSilence(bool hasLeft) => hasLeft
        ? new Uncertain("The connector did not answer.")
        : new Retry(Pause, "The connector cannot be reached.");

    /// <summary>It was not even tried.</summary>
    public static Delivery OfNoToken(NoTokenException exception) => new Retry(Pause, exception.Message);

    private static TimeSpan After(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) =>
        retryAfter is { Delta: { } delta } ? delta
        : retryAfter is { Date: { } date } && date > now ? date - now
        : Pause;
}
