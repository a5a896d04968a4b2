using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Catalogue;

/// <summary>From the lists of makes and models to entries.</summary>
internal static class CatalogueEntries
{
    public static IReadOnlyList<CatalogueEntry> From(VariantsAnswer answer, IReadOnlyDictionary<string, string> chargePointProviders) =>
    [
        .. from row in Models(answer.ElectricVehicles)
           select new CatalogueEntry(
               DeviceKind.ElectricVehicle, row.Make, row.Model.Model!, row.Model.VehicleId, row.Model.BatterySize,
               IsIntegrationLive: row.Model.IsIntegrationLive, Provider: Providers.Choose(row.Model.SupportedProviders)),
        .. from row in Models(answer.ChargePointVariants)
           select new CatalogueEntry(
               DeviceKind.ChargePoint, row.Make, row.Model.Model!, row.Model.VariantId, PowerInKw: row.Model.PowerInKw,
               IsIntegrationLive: row.Model.IsIntegrationLive, Provider: chargePointProviders.GetValueOrDefault(row.Make)),
    ];

    /// <summary>A make without models stands for all of its models: one entry with an empty model.</summary>
    public static IReadOnlyList<CatalogueEntry> From(SupportedAnswer answer, IReadOnlyDictionary<string, string> chargePointProviders) =>
    [
        .. Supported(DeviceKind.ElectricVehicle, answer.ElectricVehicles, _ => null),
        .. Supported(DeviceKind.ChargePoint, answer.ChargePoints, chargePointProviders.GetValueOrDefault),
    ];

    private static IEnumerable<(string Make, ModelData Model)> Models(IReadOnlyList<MakeData?>? makes) =>
        from make in makes ?? []
        where make?.Make is not null
        from model in make.Models ?? []
        where model?.Model is not null
        select (make.Make, model);

    private static IEnumerable<CatalogueEntry> Supported(DeviceKind kind, SupportedData? supported, Func<string, string?> provider) =>
        from make in supported?.SupportedMakes ?? []
        where make?.Make is not null
        from model in Names(make)
        select new CatalogueEntry(kind, make.Make!, model, Provider: provider(make.Make!));

    // One name may come once for each range of years.
    private static IEnumerable<string> Names(SupportedMakeData make) =>
        (make.Models ?? []).Select(model => model?.ModelName).OfType<string>().Distinct().DefaultIfEmpty("");
}
