using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Catalogue;

/// <summary>A device of the market, whether or not the tenant supports it. The names of its fields are those of catalogue.json.</summary>
/// <param name="Kind">EV or CHARGE_POINT.</param>
/// <param name="Level">family ("Model Y") or variant ("Model Y Long Range").</param>
/// <param name="Family">The family of a variant.</param>
/// <param name="Aliases">Other ways to write or say it, anywhere in a sentence.</param>
/// <param name="WeakAliases">Words that mean it only as the answer to "what car or charger do you have?".</param>
/// <param name="BatterySizeInKwh">Mostly usable kWh.</param>
/// <param name="BatterySizesSeen">kWh, when several are sold under one name.</param>
/// <param name="PowerInKw">kW of a charge point.</param>
public sealed record MarketDevice(
    string Kind,
    string Make,
    string Model,
    string[]? Aliases = null,
    string[]? WeakAliases = null,
    string? Level = null,
    string? Family = null,
    decimal? BatterySizeInKwh = null,
    decimal[]? BatterySizesSeen = null,
    decimal? PowerInKw = null)
{
    public DeviceKind DeviceKind => Kind == "EV" ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint;
}

/// <summary>
/// What the market sells, with the names people use for it. What is heard is heard against all of it; what is taken is in the
/// tenant's catalogue, to which it adds aliases and sizes.
/// </summary>
public sealed class MarketCatalogue
{
    private MarketCatalogue(IReadOnlyList<MarketDevice> devices) => Devices = devices;

    public IReadOnlyList<MarketDevice> Devices { get; }

    /// <summary>The market as a tenant's catalogue, for when there is no tenant: tests, and the evaluation.</summary>
    public IEnumerable<CatalogueEntry> Entries => Devices.Select(device =>
        new CatalogueEntry(
            device.DeviceKind, device.Make, device.Model, BatterySize: device.BatterySizeInKwh, PowerInKw: device.PowerInKw));

    /// <summary>The market that comes with the product.</summary>
    public static MarketCatalogue Load()
    {
        using var stream = EmbeddedData.Open("catalogue.json");
        return Read(stream);
    }

    /// <exception cref="JsonException">It is not a list of devices, or one has no kind, make or model.</exception>
    public static MarketCatalogue Read(Stream json) =>
        JsonSerializer.Deserialize(json, CatalogueJson.Default.ListMarketDevice) is { } devices && !devices.Contains(null!)
            ? new(devices)
            : throw new JsonException("The catalogue or one of its rows is null; expected a list of devices.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(List<MarketDevice>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
