using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>Finds the option of a list step that the customer's answers already name.</summary>
internal static class OptionMatch
{
    /// <returns>The option, or null when none or several fit: then the customer is asked.</returns>
    public static WizardOption? Find(WizardStep step, Journey journey) => step switch
    {
        WizardStep.SelectDeviceType { Options: var options } => Only(options, option => IsCar(option.Id)),
        WizardStep.SelectMake { Options: var options } make => Answer(make.Kind, journey) is { } answer
            ? answer is { IsNone: true } or { IsUnknown: true }
                ? NoneOf(options)
                : Only(options, option => Same(option.Make ?? option.Label, answer.Make))
            : null,
        WizardStep.SelectVariant { Options: var options } variant => Answer(variant.Kind, journey) is { } answer
            ? answer is { IsNone: true } or { IsUnknown: true } ? NoneOf(options) : Variant(options, answer)
            : null,
        _ => null,
    };

    private static DeviceAnswer? Answer(DeviceKind kind, Journey journey) =>
        kind == DeviceKind.ChargePoint ? journey.ChargePoint : kind == DeviceKind.ElectricVehicle ? journey.Vehicle : null;

    private static WizardOption? Variant(IReadOnlyList<WizardOption> options, DeviceAnswer answer) =>
        Only(options, option => option.Id == answer.VariantId)
        ?? Only(options, option => Same(option.Model ?? option.Label, answer.Model))
        ?? Only(options, option => Same(option.Model ?? option.Label, answer.Model)
            && (answer.BatterySize is null || option.BatterySize == answer.BatterySize)
            && (answer.PowerInKw is null || option.PowerInKw == answer.PowerInKw));

    /// <summary>How a real tenant offers "I have none" is not published (kraken-gaps 13): this is what ours is called.</summary>
    private static WizardOption? NoneOf(IReadOnlyList<WizardOption> options) =>
        Only(options, option => Same(option.Id, WizardOption.NoneId));

    private static bool IsCar(string id) => Same(id, "ELECTRIC_VEHICLES");

    private static WizardOption? Only(IReadOnlyList<WizardOption> options, Func<WizardOption, bool> fits)
    {
        WizardOption? found = null;
        foreach (var option in options.Where(fits))
        {
            if (found is not null)
            {
                return null;
            }

            found = option;
        }

        return found;
    }

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
