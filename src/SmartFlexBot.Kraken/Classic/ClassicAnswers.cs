using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>The selecting steps: pure, Kraken hears nothing of them. Each forgets what came after it.</summary>
internal static class ClassicAnswers
{
    /// <summary>In their order; only these can be answered again.</summary>
    private static readonly string[] Selecting =
    [
        StepNames.DeviceType, StepNames.CarMake, StepNames.CarVariant, StepNames.ChargePointMake, StepNames.ChargePointVariant,
        StepNames.Integration,
    ];

    public static bool IsSelecting(string name) => Selecting.Contains(name);

    /// <summary>Whether this step was passed on the way to where the onboarding stands.</summary>
    public static bool WasAnswered(string name, ClassicState state) => name switch
    {
        StepNames.DeviceType => state.DeviceType is not null,
        StepNames.CarMake => state.CarMake is not null,
        StepNames.CarVariant => state.CarVariant is not null,
        StepNames.ChargePointMake => state.ChargePointMake is not null,
        StepNames.ChargePointVariant => state.ChargePointVariant is not null,
        StepNames.Integration => state.Integration is not null,
        _ => false,
    };

    /// <returns>The state with the answer and without what came after it; null when the answer does not fit the step.</returns>
    public static ClassicState? Apply(string name, StepAnswer answer, ClassicState state, IReadOnlyList<CatalogueEntry> catalogue)
    {
        var before = Forget(name, state);
        var choices = new ClassicChoices(before, catalogue);
        return (name, answer) switch
        {
            (StepNames.DeviceType, StepAnswer.Option { OptionId: var id }) when before.DeviceTypes.Contains(id) =>
                before with { DeviceType = id },
            (StepNames.CarMake, StepAnswer.Option { OptionId: var id }) when Has(choices.Makes(DeviceKind.ElectricVehicle), id) =>
                before with { CarMake = id },
            (StepNames.CarVariant, StepAnswer.Option { OptionId: var id })
                when Has(choices.Variants(DeviceKind.ElectricVehicle, before.CarMake), id) => before with { CarVariant = id },
            (StepNames.ChargePointMake, StepAnswer.Option { OptionId: var id }) when Has(choices.Makes(DeviceKind.ChargePoint), id) =>
                before with { ChargePointMake = id },
            (StepNames.ChargePointVariant, StepAnswer.Option { OptionId: var id })
                when Has(choices.Variants(DeviceKind.ChargePoint, before.ChargePointMake), id) => before with { ChargePointVariant = id },
            (StepNames.Integration, StepAnswer.Integration { Kind: DeviceKind.ElectricVehicle or DeviceKind.ChargePoint } integration)
                when choices.MustChoose => before with { Integration = integration.Kind },
            _ => null,
        };
    }

    /// <summary>Only cars and charge points can be registered by the Classic calls.</summary>
    public static bool IsOffered(ClassicState state) => state.DeviceType is null or Devices.ElectricVehicles;

    private static ClassicState Forget(string name, ClassicState state)
    {
        var from = Array.IndexOf(Selecting, name);
        return state with
        {
            DeviceType = from <= 0 ? null : state.DeviceType,
            CarMake = from <= 1 ? null : state.CarMake,
            CarVariant = from <= 2 ? null : state.CarVariant,
            ChargePointMake = from <= 3 ? null : state.ChargePointMake,
            ChargePointVariant = from <= 4 ? null : state.ChargePointVariant,
            Integration = null,
            SignIn = null,
            Pending = null,
            IsInProvidersApp = false,
        };
    }

    private static bool Has(IReadOnlyList<WizardOption> options, string id) => options.Any(option => option.Id == id);
}
