namespace SmartFlexBot.Recognition.Catalogue;

/// <summary>A make and model that the tenant knows.</summary>
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
