using SmartFlexBot.Kraken.Catalogue;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>What the customer's choices mean in the catalogue of today.</summary>
internal sealed class ClassicChoices(ClassicState state, IReadOnlyList<CatalogueEntry> catalogue)
{
    public CatalogueEntry? Car { get; } = Find(catalogue, DeviceKind.ElectricVehicle, state.CarMake, state.CarVariant);

    public CatalogueEntry? ChargePoint { get; } = Find(catalogue, DeviceKind.ChargePoint, state.ChargePointMake, state.ChargePointVariant);

    public bool MustChoose => IsPossible(Car) && IsPossible(ChargePoint) && state.Integration is null;

    /// <summary>The device to register: the customer's choice, else the only possible one, else the only one.</summary>
    public CatalogueEntry? Device =>
        state.Integration == DeviceKind.ElectricVehicle ? Car
        : state.Integration == DeviceKind.ChargePoint ? ChargePoint
        : IsPossible(Car) || !IsPossible(ChargePoint) ? Car ?? ChargePoint
        : ChargePoint;

    /// <summary>The device that is told along with it (auxDeviceVariantId).</summary>
    public CatalogueEntry? Other => Device == Car ? ChargePoint : Car;

    public static bool IsLive(CatalogueEntry entry) => entry.IsIntegrationLive != false;

    public static bool IsPossible(CatalogueEntry? entry) => entry is not null && IsLive(entry) && Providers.IsKnown(entry.Provider);

    public static string OptionId(CatalogueEntry entry) => entry.VariantId ?? entry.Model;

    public IReadOnlyList<WizardOption> Makes(DeviceKind kind) =>
    [
        .. Of(kind).GroupBy(entry => entry.Make).OrderBy(make => make.Key, StringComparer.OrdinalIgnoreCase)
            .Select(make => new WizardOption(make.Key, make.Key, make.Key, IsIntegrationLive: AnyLive(make))),
        new(WizardOption.NoneId, WizardOption.NoneId),
    ];

    public IReadOnlyList<WizardOption> Variants(DeviceKind kind, string? make) =>
    [
        .. Of(kind).Where(entry => entry.Make == make).Select(entry => new WizardOption(
            OptionId(entry), entry.Model, entry.Make, entry.Model, entry.BatterySize, entry.PowerInKw, entry.IsIntegrationLive)),
    ];

    private IEnumerable<CatalogueEntry> Of(DeviceKind kind) => catalogue.Where(entry => entry.Kind == kind);

    private static bool? AnyLive(IEnumerable<CatalogueEntry> models)
    {
        var told = models.Where(entry => entry.IsIntegrationLive is not null).ToList();
        return told.Count == 0 ? null : told.Any(IsLive);
    }

    private static CatalogueEntry? Find(IReadOnlyList<CatalogueEntry> catalogue, DeviceKind kind, string? make, string? variant) =>
        variant is null ? null : catalogue.FirstOrDefault(entry => entry.Kind == kind && entry.Make == make && OptionId(entry) == variant);
}
