using System.Text.Json;

namespace SmartFlexBot.KrakenSimulator.Catalogue;

/// <summary>The tenant's products: the market catalogue with ids, providers and integration status.</summary>
internal sealed class ProductCatalogue
{
    private const int FirstVehicleId = 1001;
    private const int FirstChargePointId = 5001;

    private readonly Dictionary<int, Product> _byId;

    public ProductCatalogue()
    {
        using var stream = typeof(ProductCatalogue).Assembly.GetManifestResourceStream("market-catalogue.json")!;
        var entries = JsonSerializer.Deserialize(stream, CatalogueJson.Default.IReadOnlyListMarketEntry)!;
        Cars = [.. entries.Where(entry => entry.Kind == "EV").Select(Car)];
        ChargePoints = [.. entries.Where(entry => entry.Kind == "CHARGE_POINT").Select(ChargePoint)];
        _byId = Cars.Concat(ChargePoints).ToDictionary(product => product.Id);
    }

    public IReadOnlyList<Product> Cars { get; }

    public IReadOnlyList<Product> ChargePoints { get; }

    public Product? Find(string? id) => int.TryParse(id, out var number) && _byId.TryGetValue(number, out var product) ? product : null;

    private static Product Car(MarketEntry entry, int index)
    {
        var (providers, status) = Integrations.OfCar(entry.Make);
        return new(FirstVehicleId + index, false, entry.Make, entry.Model, entry.BatterySizeInKwh, null, providers, status);
    }

    private static Product ChargePoint(MarketEntry entry, int index)
    {
        var (providers, status) = Integrations.OfChargePoint(entry.Make);
        return new(FirstChargePointId + index, true, entry.Make, entry.Model, null, entry.PowerInKw, providers, status);
    }
}
