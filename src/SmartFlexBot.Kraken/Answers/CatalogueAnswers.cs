namespace SmartFlexBot.Kraken.Answers;

internal sealed record VariantsAnswer(IReadOnlyList<MakeData?>? ElectricVehicles, IReadOnlyList<MakeData?>? ChargePointVariants);

internal sealed record MakeData(string? Make, IReadOnlyList<ModelData?>? Models);

/// <summary>
/// A model of either list: vehicleId, batterySize and supportedProviders are a car's, variantId and powerInKw a charge point's.
/// </summary>
internal sealed record ModelData(
    string? VehicleId,
    string? VariantId,
    string? Model,
    decimal? BatterySize,
    decimal? PowerInKw,
    IReadOnlyList<string?>? SupportedProviders,
    bool? IsIntegrationLive);

internal sealed record SupportedAnswer(SupportedData? ElectricVehicles, SupportedData? ChargePoints);

internal sealed record SupportedData(IReadOnlyList<SupportedMakeData?>? SupportedMakes);

internal sealed record SupportedMakeData(string? Make, IReadOnlyList<SupportedModelData?>? Models);

internal sealed record SupportedModelData(string? ModelName);
