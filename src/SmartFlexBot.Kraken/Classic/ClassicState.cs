using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>
/// All that is known of a Classic onboarding: Kraken itself keeps nothing until a device is registered. Travels as the token.
/// </summary>
/// <param name="Revision">One more with each answer that was taken; part of the steps' ids.</param>
/// <param name="DeviceTypes">KrakenFlexDeviceTypes the account may register, as read at the start.</param>
/// <param name="KnownDeviceIds">What was registered before: any other device is the one of this onboarding.</param>
/// <param name="CarVariant">An option's id, as the other makes and variants; <see cref="WizardOption.NoneId"/> where there is none.</param>
/// <param name="IsInProvidersApp">The provider has no sign-in page: the customer connects the device in its own app.</param>
/// <param name="Integration">The customer's choice between car and charge point, where both are possible.</param>
internal sealed record ClassicState(
    string AccountNumber,
    int PropertyId,
    int Revision,
    IReadOnlyList<string> DeviceTypes,
    IReadOnlyList<string> KnownDeviceIds,
    string? DeviceType = null,
    string? CarMake = null,
    string? CarVariant = null,
    string? ChargePointMake = null,
    string? ChargePointVariant = null,
    DeviceKind? Integration = null,
    ClassicSignIn? SignIn = null,
    ClassicPending? Pending = null,
    bool IsRegistered = false,
    string? DeviceId = null,
    ClassicVirtualKey? VirtualKey = null,
    bool IsVirtualKeyDone = false,
    ClassicTest? Test = null,
    bool IsInProvidersApp = false)
{
    /// <summary>Of the form of this record: a token of another form is as good as none.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public ClassicState Next() => this with { Revision = Revision + 1 };
}

/// <param name="Uri">Null when it has to be asked for (again).</param>
/// <param name="Error">Why the try before failed.</param>
internal sealed record ClassicSignIn(string? Uri, DateTimeOffset AskedAt, string? Error);

/// <summary>Signed in, but the maker's account has several cars (KT-CT-4364).</summary>
internal sealed record ClassicPending(string AuthorizationCode, string? State, IReadOnlyList<WizardOption> Vehicles);

/// <param name="Uri">Null when the tenant would not tell it.</param>
internal sealed record ClassicVirtualKey(string Name, string? Uri);

/// <param name="Lifecycle">Of the device when its test was asked for.</param>
internal sealed record ClassicTest(DateTimeOffset AskedAt, string Lifecycle);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClassicState))]
internal sealed partial class ClassicJson : JsonSerializerContext;
