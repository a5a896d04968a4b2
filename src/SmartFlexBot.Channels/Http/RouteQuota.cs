using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace SmartFlexBot.Channels.Http;

/// <summary>So many calls of a route in a minute, for each of those that it is counted by.</summary>
/// <param name="name">Keeps apart what is counted for different routes.</param>
/// <param name="perMinute">As many may also come at once.</param>
/// <param name="countedBy">Whose call it is; null for who is not limited.</param>
public sealed class RouteQuota(string name, int perMinute, Func<HttpContext, string?> countedBy) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => QuotaRefusal.AnswerAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        countedBy(httpContext) is { } caller ? Bucket($"{name} {caller}", perMinute) : RateLimitPartition.GetNoLimiter("");

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    public static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    public static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            // A period in which at least one comes back.
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = perMinute < 60 ? TimeSpan.FromMinutes(1) / perMinute : TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        });
}
