using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.Http;

/// <summary>Marks a route that the host itself calls on this machine: its own calls count against nobody.</summary>
public sealed record OwnCallsAreFree;

/// <summary>
/// Limits on how often something is called: for all of an address here, and for each route by the <see cref="RouteQuota"/> that it is
/// mapped with. They are counted on each node by itself.
/// </summary>
internal static class QuotaServices
{
    /// <remarks>The host calls UseRateLimiter, after whatever tells it the caller's address.</remarks>
    public static IServiceCollection AddQuotas(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QuotaOptions>()
            .Bind(configuration.GetSection(QuotaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<QuotaOptions>>((limiter, quotas) =>
        {
            limiter.OnRejected = QuotaRefusal.AnswerAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                context => OfAddress(context, quotas.Value.CallsOfAddress));
        });
        return services;
    }

    private static RateLimitPartition<string> OfAddress(HttpContext context, int perMinute) =>
        RouteQuota.IsThisMachine(context) && context.GetEndpoint()?.Metadata.GetMetadata<OwnCallsAreFree>() is not null
            ? RateLimitPartition.GetNoLimiter("")
            : RouteQuota.Bucket(RouteQuota.AddressOf(context), perMinute);
}
