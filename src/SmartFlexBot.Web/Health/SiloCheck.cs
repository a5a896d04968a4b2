using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Web.Health;

/// <summary>Red while this node is still starting or already leaving.</summary>
internal sealed class SiloCheck(SiloHealth silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(silo.IsActive
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("This node does not run conversations now."));
}
