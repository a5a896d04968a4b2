using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>What a wizard knows, read from its answers: all that <see cref="WizardPath"/> decides by.</summary>
internal sealed record WizardFacts
{
    public string? DeviceType { get; init; }

    public string? VehicleMake { get; init; }

    public Product? Vehicle { get; init; }

    public string? ChargePointMake { get; init; }

    public Product? ChargePoint { get; init; }

    /// <summary>Make of a heat pump or inverter.</summary>
    public string? OtherMake { get; init; }

    public string? OtherModel { get; init; }

    /// <summary>SelectIntegrationChoices: the answer, or the only possibility.</summary>
    public string? Integration { get; init; }

    public bool IsSignedIn { get; init; }

    /// <summary>What the maker still asks for, by its step type.</summary>
    public string? Ask { get; init; }

    /// <summary>Cars in the customer's account with the maker, when there are several to choose from.</summary>
    public int CarsToChooseFrom { get; init; }

    public string? UserVehicle { get; init; }

    public bool HasTransitioned { get; init; }

    public bool IsRegistered { get; init; }

    public bool HasVirtualKey { get; init; }

    public bool HasDoneVirtualKeyStep { get; init; }

    public bool IsTested { get; init; }

    /// <summary>What is to be connected; null while that is open.</summary>
    public DeviceTarget? Target => this switch
    {
        { DeviceType: "ELECTRIC_VEHICLES", Integration: "ELECTRIC_VEHICLE", Vehicle: { } car } =>
            new(DeviceForm.Vehicle, car.Provider, car.Make, car.Model, car.BatterySize, ChargePoint?.PowerInKw, car.IsIntegrationLive),
        { DeviceType: "ELECTRIC_VEHICLES", Integration: "CHARGE_POINT", ChargePoint: { } charger } =>
            new(DeviceForm.ChargePoint, charger.Provider, charger.Make, charger.Model, Vehicle?.BatterySize, charger.PowerInKw,
                charger.IsIntegrationLive),
        { OtherMake: { } make, OtherModel: { } model } =>
            new(DeviceForm.Other, OtherProducts.ProviderOf(make), make, model, null, null, true),
        _ => null,
    };

    public static WizardFacts Of(Account account, OnboardingWizard wizard, ProductCatalogue catalogue)
    {
        var vehicle = catalogue.Find(wizard.AnswerTo(StepTypes.SelectVehicleVariant));
        var chargePoint = catalogue.Find(wizard.AnswerTo(StepTypes.SelectChargePointVariant));
        var integration = wizard.AnswerTo(StepTypes.SelectVehicleOrChargePoint) ?? OnlyPossibility(vehicle, chargePoint, wizard);
        var cars = integration == "ELECTRIC_VEHICLE" ? account.Garage.Count(car => car.Make == vehicle?.Make) : 0;
        return new()
        {
            DeviceType = wizard.AnswerTo(StepTypes.SelectDeviceType),
            VehicleMake = wizard.AnswerTo(StepTypes.SelectVehicleMake),
            Vehicle = vehicle,
            ChargePointMake = wizard.AnswerTo(StepTypes.SelectChargePointMake),
            ChargePoint = chargePoint,
            OtherMake = wizard.AnswerTo(StepTypes.SelectHeatPumpMake) ?? wizard.AnswerTo(StepTypes.SelectInverterMake),
            OtherModel = wizard.AnswerTo(StepTypes.SelectHeatPumpVariant) ?? wizard.AnswerTo(StepTypes.SelectInverterSystemType),
            Integration = integration,
            IsSignedIn = wizard.HasDone(StepTypes.AuthFlow),
            Ask = account.Asks.FirstOrDefault(ask => !wizard.HasDone(ask)),
            CarsToChooseFrom = cars > 1 ? cars : 0,
            UserVehicle = wizard.AnswerTo(StepTypes.SelectUserVehicle),
            HasTransitioned = wizard.HasDone(StepTypes.WaitForTransition),
            IsRegistered = wizard.HasDone(StepTypes.DeviceRegistration),
            HasVirtualKey = account.Car.VirtualKey,
            HasDoneVirtualKeyStep = wizard.HasDone(StepTypes.TeslaSetupVirtualKey),
            IsTested = wizard.HasDone(StepTypes.TestCharge),
        };
    }

    private static string? OnlyPossibility(Product? vehicle, Product? chargePoint, OnboardingWizard wizard) => (vehicle, chargePoint) switch
    {
        (not null, null) when wizard.AnswerTo(StepTypes.SelectChargePointMake) == WizardStep.None => "ELECTRIC_VEHICLE",
        (null, not null) => "CHARGE_POINT",
        _ => null,
    };
}
