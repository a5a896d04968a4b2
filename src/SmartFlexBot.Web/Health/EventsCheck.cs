using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmartFlexBot.Conversations.Events;

namespace SmartFlexBot.Web.Health;

/// <summary>Amber while dead letters wait for somebody: this node takes customers all the same.</summary>
internal sealed class EventsCheck(DeadLetters letters) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        await letters.CountAsync() is > 0 and var count
            ? HealthCheckResult.Degraded($"Events that the webhook refused for good: {count}. See /operations/dead-letters.")
            : HealthCheckResult.Healthy();
}
