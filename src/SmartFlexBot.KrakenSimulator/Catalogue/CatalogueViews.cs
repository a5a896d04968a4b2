namespace SmartFlexBot.KrakenSimulator.Catalogue;

/// <summary>ElectricVehicleType and ChargePointVariantType: a make with its models.</summary>
internal sealed record MakeView(string Make, IReadOnlyList<ModelView>? Models);

/// <summary>ElectricVehicleModelType and ChargePointVariantModelType.</summary>
internal sealed class ModelView(Product product)
{
    public int VehicleId => product.Id;

    public int VariantId => product.Id;

    public string Model => product.Model;

    public int? Year { get; }

    public int? AvailableFrom { get; }

    public int? AvailableTo { get; }

    public decimal? BatterySize => product.BatterySize;

    public IReadOnlyList<string> SupportedProviders => product.Providers;

    public decimal? PowerInKw => product.PowerInKw;

    public int? Amperage => product.Amperage;

    public bool IsIntegrationLive => product.IsIntegrationLive;

    public string IntegrationStatus => product.IntegrationStatus;
}

/// <summary>ElectricVehicleVariantType and ElectricChargePointVariantType: one model, as the wizard offers it.</summary>
internal sealed class VariantView(Product product)
{
    public string Make => product.Make;

    public string Model => product.Model;

    public int? AvailableFrom { get; }

    public int? AvailableTo { get; }

    public decimal? BatterySize => product.BatterySize;

    public decimal? PowerOutput => product.PowerInKw;

    public int? Amperage => product.Amperage;
}

internal sealed record SupportedDevicesView(
    string DeviceType, string? SupportedDeviceType, IReadOnlyList<SupportedMakeView> SupportedMakes);

internal sealed record SupportedMakeView(string Make, IReadOnlyList<SupportedModelView> Models);

internal sealed record SupportedModelView(string ModelName)
{
    public object? ModelYearRange { get; }
}
