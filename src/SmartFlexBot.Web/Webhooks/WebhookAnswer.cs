using System.Net;
using System.Net.Http.Headers;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>What the supplier's answer to an event means.</summary>
internal static class WebhookAnswer
{
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);

    /// <summary>
    /// Busy, down or too early passes by itself. Any other refusal, and a redirection, which is not followed, is a mistake of somebody's:
    /// the same is refused again until it is mended.
    /// </summary>
    public static EventReceipt Read(HttpResponseMessage response, DateTimeOffset now) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new EventReceipt.Taken(),
        HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new EventReceipt.Later(Wish(response.Headers.RetryAfter, now), Reason(response)),
        _ => new EventReceipt.Refused(Reason(response)),
    };

    private static string Reason(HttpResponseMessage response) => $"HTTP {(int)response.StatusCode}";

    /// <summary>Retry-After is a number of seconds or a date (RFC 9110, 10.2.3).</summary>
    private static TimeSpan Wish(RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var wish = retryAfter?.Delta ?? retryAfter?.Date - now ?? TimeSpan.Zero;
        return wish < LongestWish ? wish : LongestWish;
    }
}
