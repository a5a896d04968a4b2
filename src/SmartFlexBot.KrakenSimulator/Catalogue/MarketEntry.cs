using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Catalogue;

/// <summary>One line of the market catalogue's file; what else it holds is for other readers.</summary>
internal sealed record MarketEntry(string Kind, string Make, string Model, decimal? BatterySizeInKwh, decimal? PowerInKw);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<MarketEntry>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;

/// <summary>A car or charge point as this tenant knows it.</summary>
/// <param name="Id">vehicleId or variantId; never the same for a car and a charge point.</param>
/// <param name="Providers">ProviderChoices values, the preferred one first.</param>
internal sealed record Product(
    int Id,
    bool IsChargePoint,
    string Make,
    string Model,
    decimal? BatterySize,
    decimal? PowerInKw,
    IReadOnlyList<string> Providers,
    string IntegrationStatus)
{
    public bool IsIntegrationLive => IntegrationStatus == "GENERALLY_AVAILABLE";

    public string Provider => Providers[0];

    /// <summary>Three-phase charge points are told by their power; assumed, as the catalogue has no current.</summary>
    public int? Amperage => PowerInKw switch { null => null, <= 7.4m => 32, <= 11m => 16, _ => 32 };
}
