using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace SmartFlexBot.Web.Health;

/// <summary>
/// /health/live: the process answers; restart it when it does not. /health/ready: this node can take customers; send them elsewhere
/// on 503. A restart cures nothing that makes a node unready, such as a full disk. "Degraded" is 200: the node is ready, and somebody
/// should look.
/// </summary>
public static class HealthExtensions
{
    /// <remarks>Needs AddConversations.</remarks>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<TurnCheck>();
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("store").AddCheck<SiloCheck>("silo").AddCheck<TurnCheck>("turn").AddCheck<EventsCheck>("events");
        return services;
    }

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous();
        health.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReply.WriteAsync });
        health.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync });
        return endpoints;
    }
}
