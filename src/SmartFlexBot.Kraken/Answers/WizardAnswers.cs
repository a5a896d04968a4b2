using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

/// <param name="Kept">Neither cancelled nor strange to the account.</param>
/// <param name="All">The cancelled ones too.</param>
internal sealed record OnboardingsAnswer(
    IReadOnlyList<WizardData?>? Kept, IReadOnlyList<OnboardingWizardRef?>? All, IReadOnlyList<DeviceData?>? Devices);

internal sealed record WizardAnswer(WizardResultData? Result);

internal sealed record WizardResultData(WizardData? Wizard);

internal sealed record WizardData(string? Id, string? DeviceType, StepData? CurrentStep);

/// <summary>Every field of every step type, each under the name or alias of Fragments/StepFields.graphql.</summary>
internal sealed record StepData(
    [property: JsonPropertyName("__typename")] string? TypeName,
    string? Id,
    IReadOnlyList<OptionData?>? Options = null,
    string? AuthorizationUri = null,
    string? RedirectUri = null,
    StepErrorData? AuthError = null,
    IReadOnlyList<UserInputData?>? UserInputs = null,
    StepErrorData? InputError = null,
    IReadOnlyList<UserActionData?>? UserActions = null,
    string? Key = null,
    string? Uri = null,
    bool? ModifyScopesSelected = null,
    string? ModifyScopesUri = null,
    bool? IsReady = null,
    bool? IsStarted = null,
    TestErrorData? TestError = null,
    IReadOnlyList<TerminalErrorData?>? TerminalErrors = null);

internal sealed record OptionData(
    string? Id,
    string? Label,
    VariantData? VehicleMake,
    VariantData? ElectricVehicleVariant,
    VariantData? ChargePointMake,
    VariantData? ElectricChargePointVariant,
    VehicleData? Vehicle,
    SessionDeviceData? SessionDevice,
    VariantData? HeatPumpMake,
    VariantData? HeatPumpVariant,
    VariantData? InverterMake);

internal sealed record VariantData(
    string? Make, string? Model, int? AvailableFrom, int? AvailableTo, decimal? BatterySize, decimal? PowerOutput);

internal sealed record VehicleData(string? Brand, string? Model, int? Year, string? DisplayName, string? Vin = null);

internal sealed record SessionDeviceData(string? Name, string? Make, string? Model);

internal sealed record StepErrorData(string? Message, string? Description);

internal sealed record UserInputData(string? Key, string? Description, string? Value, bool? IsRequired, bool? IsVerified, string? Regex);

internal sealed record UserActionData(string? UserAction, string? Description, string? Uri);

internal sealed record TestErrorData(string? ErrorType, IReadOnlyList<string?>? Reasons);

internal sealed record TerminalErrorData(string? ErrorCode);
