using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

internal sealed record AccountAnswer(AccountData? Account);

internal sealed record AccountData(string? Number, IReadOnlyList<PropertyData?>? Properties);

internal sealed record PropertyData(string? Id, string? Address, string? Postcode);

internal sealed record EligibilityAnswer(IoEligibilityData? AccountIoEligibility, IReadOnlyList<string?>? EligibleDeviceTypes);

internal sealed record IoEligibilityData(bool? IsEligibleForIo);

internal sealed record DevicesAnswer(IReadOnlyList<DeviceData?>? Devices);

internal sealed record DeviceData(
    [property: JsonPropertyName("__typename")] string? TypeName,
    string? Id,
    string? Name,
    string? DeviceType,
    string? Provider,
    string? PropertyId,
    DeviceStatusData? Status,
    string? Make,
    string? Model,
    OnboardingWizardRef? OnboardingWizard);

internal sealed record DeviceStatusData(
    string? Current, string? CurrentState, ReadingData? StateOfCharge, string? TestDispatchFailureReason, bool? IsSuspended = null);

internal sealed record ReadingData(decimal? Value);

internal sealed record OnboardingWizardRef(string? Id);

internal sealed record SmartControlAnswer(SmartControlData? Result);

internal sealed record SmartControlData(string? Id);
