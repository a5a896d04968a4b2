using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Web.Health;

/// <summary>Red from the first commit that fails until the first one that succeeds. Each sweep commits, so it recovers by itself.</summary>
internal sealed class StoreCheck(StoreHealth store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(store.Failure is { } reason ? HealthCheckResult.Unhealthy(reason) : HealthCheckResult.Healthy());
}
