using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SmartFlexBot.Web.Health;

/// <summary>What the health addresses answer. Reasons name no customer and no secret: the addresses are open.</summary>
/// <param name="Status">"Healthy", "Degraded" or "Unhealthy".</param>
/// <param name="Reasons">What is wrong, by the check that found it; null while all is well.</param>
internal sealed record HealthReply(string Status, IReadOnlyDictionary<string, string>? Reasons)
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var reasons = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "The check itself failed.");
        return context.Response.WriteAsJsonAsync(
            new(report.Status.ToString(), reasons.Count == 0 ? null : reasons),
            HealthJson.Default.HealthReply,
            cancellationToken: context.RequestAborted);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReply))]
internal sealed partial class HealthJson : JsonSerializerContext;
