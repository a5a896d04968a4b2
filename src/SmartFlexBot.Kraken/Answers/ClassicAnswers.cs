namespace SmartFlexBot.Kraken.Answers;

internal sealed record TestChargeAnswer(TestChargeData? TriggerTestCharge);

internal sealed record TestChargeData(TestedDeviceData? KrakenflexDevice);

internal sealed record TestedDeviceData(string? KrakenflexDeviceId);

internal sealed record SignInAnswer(SignInData? ProviderAuthDetails);

internal sealed record SignInData(string? OauthUri);

internal sealed record VirtualKeyAnswer(VirtualKeyData? ProviderVirtualKeyDetails);

internal sealed record VirtualKeyData(string? VirtualKeyName, string? VirtualKeyUri);

internal sealed record UserVehiclesAnswer(IReadOnlyList<UserVehicleData?>? UserVehicles);

internal sealed record UserVehicleData(string? VehicleId, VehicleData? Information);

internal sealed record RegistrationAnswer(RegistrationData? DeviceRegistration);

internal sealed record RegistrationData(IReadOnlyList<string?>? RegisteredDeviceIds);
