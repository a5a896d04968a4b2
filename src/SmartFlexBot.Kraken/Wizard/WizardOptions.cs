using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>From the options of a list step to ours.</summary>
internal static class WizardOptions
{
    private const int EndingLength = 4;

    public static IReadOnlyList<WizardOption> From(IReadOnlyList<OptionData> options)
    {
        var sameName = options.Select(Variant).OfType<VariantData>().GroupBy(variant => variant.Model)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. options.Select(option => From(option, sameName))];
    }

    private static WizardOption From(OptionData option, HashSet<string?> sameName) => option switch
    {
        { Vehicle: { } vehicle } => Vehicle(option.Id!, vehicle),
        { SessionDevice: { } device } => new(
            option.Id!, device.Name ?? Join(device.Make, device.Model) ?? option.Id!, device.Make, device.Model),
        _ when Variant(option) is { Model: { } model } variant => new(
            option.Id!,
            sameName.Contains(model) ? WithYears(model, variant) : model,
            variant.Make, model, variant.BatterySize, variant.PowerOutput),
        _ when Make(option) is { } make => new(option.Id!, make, make),
        _ => new(option.Id!, option.Label ?? option.Id!),
    };

    public static WizardOption Vehicle(string id, VehicleData? vehicle) => new(
        id,
        vehicle?.DisplayName
            ?? Join(vehicle?.Brand, vehicle?.Model, vehicle?.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            ?? id,
        vehicle?.Brand,
        vehicle?.Model,
        Year: vehicle?.Year,
        Ending: vehicle?.Vin is { Length: > EndingLength } vin ? vin[^EndingLength..] : null);

    private static VariantData? Variant(OptionData option) =>
        option.ElectricVehicleVariant ?? option.ElectricChargePointVariant ?? option.HeatPumpVariant;

    private static string? Make(OptionData option) =>
        (option.VehicleMake ?? option.ChargePointMake ?? option.HeatPumpMake ?? option.InverterMake ?? Variant(option))?.Make;

    private static string WithYears(string model, VariantData variant) =>
        variant.AvailableFrom is null && variant.AvailableTo is null ? model : $"{model} ({variant.AvailableFrom}–{variant.AvailableTo})";

    private static string? Join(params string?[] parts) =>
        parts.Any(part => !string.IsNullOrWhiteSpace(part))
            ? string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)))
            : null;
}
