namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>Names of the step types in the schema.</summary>
internal static class StepTypes
{
    public const string SelectDeviceType = "SelectDeviceType";
    public const string SelectVehicleMake = "SelectVehicleMake";
    public const string SelectVehicleVariant = "SelectVehicleVariant";
    public const string SelectChargePointMake = "SelectChargePointMake";
    public const string SelectChargePointVariant = "SelectChargePointVariant";
    public const string SelectHeatPumpMake = "SelectHeatPumpMake";
    public const string SelectHeatPumpVariant = "SelectHeatPumpVariant";
    public const string SelectInverterMake = "SelectInverterMake";
    public const string SelectInverterSystemType = "SelectInverterSystemType";
    public const string SelectVehicleOrChargePoint = "SelectVehicleOrChargePoint";
    public const string SelectUserVehicle = "SelectUserVehicle";
    public const string AuthFlow = "AuthFlow";
    public const string UserInputRequired = "UserInputRequired";
    public const string UserActionRequired = "UserActionRequired";
    public const string WaitForTransition = "WaitForTransition";
    public const string WaitForLiveIntegration = "WaitForLiveIntegration";
    public const string DeviceRegistration = "SmartFlexOnboardingDeviceRegistration";
    public const string TeslaSetupVirtualKey = "TeslaSetupVirtualKey";
    public const string TestCharge = "TestCharge";
    public const string UnsupportedCombination = "UnsupportedCombination";
    public const string TerminalError = "TerminalError";

    /// <summary>What a maker may ask for after the sign-in; control decides whether it does.</summary>
    public static readonly IReadOnlyList<string> Asks = [UserInputRequired, UserActionRequired];

    /// <summary>Steps with a list. They can be answered again later, which takes the wizard back to them.</summary>
    public static readonly IReadOnlySet<string> Lists = new HashSet<string>
    {
        SelectDeviceType, SelectVehicleMake, SelectVehicleVariant, SelectChargePointMake, SelectChargePointVariant,
        SelectHeatPumpMake, SelectHeatPumpVariant, SelectInverterMake, SelectInverterSystemType, SelectUserVehicle,
    };
}
