using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;


namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>Which step comes next. The order of the real server is its own affair; this one is ours.</summary>
internal static class WizardPath
{
    /// <summary>The type of the next step; null when the journey is complete.</summary>
    public static string? Next(WizardFacts facts) => facts switch
    {
        { DeviceType: null } => StepTypes.SelectDeviceType,
        { DeviceType: "ELECTRIC_VEHICLES" } => Car(facts),
        { DeviceType: "HEAT_PUMPS", OtherMake: null } => StepTypes.SelectHeatPumpMake,
        { DeviceType: "HEAT_PUMPS", OtherModel: null } => StepTypes.SelectHeatPumpVariant,
        { DeviceType: "INVERTERS", OtherMake: null } => StepTypes.SelectInverterMake,
        { DeviceType: "INVERTERS", OtherModel: null } => StepTypes.SelectInverterSystemType,
        { Target: { } target } => Connect(facts, target),
        _ => StepTypes.TerminalError,
    };

    private static string? Car(WizardFacts facts) => facts switch
    {
        { VehicleMake: null } => StepTypes.SelectVehicleMake,
        { VehicleMake: not WizardStep.None, Vehicle: null } => StepTypes.SelectVehicleVariant,
        { ChargePointMake: null } => StepTypes.SelectChargePointMake,
        { ChargePointMake: not WizardStep.None, ChargePoint: null } => StepTypes.SelectChargePointVariant,
        { Vehicle: null, ChargePoint: null } => StepTypes.UnsupportedCombination,
        { Integration: null } => StepTypes.SelectVehicleOrChargePoint,
        // An Ohme plans charging itself and fights with an aggregator that steers the car; a maker's own connection is left alone.
        { Integration: "ELECTRIC_VEHICLE", ChargePoint.Provider: "OHME", Vehicle.Provider: "ENODE" or "SMARTCAR" or "JEDLIX" } =>
            StepTypes.UnsupportedCombination,
        { Target: { } target } => Connect(facts, target),
        _ => StepTypes.UnsupportedCombination,
    };

    private static string? Connect(WizardFacts facts, DeviceTarget target) => facts switch
    {
        _ when !target.IsIntegrationLive => StepTypes.WaitForLiveIntegration,
        { IsSignedIn: false } => StepTypes.AuthFlow,
        { CarsToChooseFrom: > 1, UserVehicle: null } => StepTypes.SelectUserVehicle,
        { Ask: { } ask } => ask,
        { HasTransitioned: false } when Integrations.IsAggregator(target.Provider) => StepTypes.WaitForTransition,
        { IsRegistered: false } => StepTypes.DeviceRegistration,
        { HasVirtualKey: false, HasDoneVirtualKeyStep: false } when target is { Provider: "TESLA", Form: DeviceForm.Vehicle } =>
            StepTypes.TeslaSetupVirtualKey,
        { IsTested: false } when target.Form != DeviceForm.Other => StepTypes.TestCharge,
        _ => null,
    };
}
