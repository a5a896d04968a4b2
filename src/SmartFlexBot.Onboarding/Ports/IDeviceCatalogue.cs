using SmartFlexBot.Onboarding.Recognisers.Devices;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>The makes and models that the tenant knows (electricVehicles and chargePointVariants, or flexSupportedDevices). Cached by the implementation.</summary>
public interface IDeviceCatalogue
{
    /// <exception cref="TenantUnavailableException">It was never read, and cannot be read now.</exception>
    Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="BatterySize">kWh, when known.</param>
/// <param name="PowerInKw">kW, when known.</param>
/// <param name="IsIntegrationLive">Whether Kraken can control it today; null when the tenant does not tell.</param>
/// <param name="Provider">The first supported provider, such as TESLA; null when not told.</param>
public sealed record CatalogueEntry(
    DeviceKind Kind,
    string Make,
    string Model,
    string? VariantId = null,
    decimal? BatterySize = null,
    decimal? PowerInKw = null,
    bool? IsIntegrationLive = null,
    string? Provider = null);
