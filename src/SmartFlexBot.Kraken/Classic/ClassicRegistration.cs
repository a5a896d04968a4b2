using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Classic;

/// <summary><c>deviceRegistration</c>, and what each of its answers makes of the onboarding.</summary>
internal sealed class ClassicRegistration(KrakenClient client, ClassicFacts facts, TimeProvider time)
{
    private const int SeveralDevices = 4364;

    /// <returns>The state afterwards, or a refusal that leaves it as it was.</returns>
    /// <exception cref="KrakenOutcomeUnknownException">Nobody knows whether the device is registered.</exception>
    public async Task<(ClassicState? State, WizardProblem? Problem)> RegisterAsync(
        ClassicState state, ClassicChoices choices, string code, string? signInState, string? vehicleId,
        CancellationToken cancellationToken)
    {
        var result = await client.RunAsync(
            KrakenOperations.DeviceRegistration,
            new() { ["input"] = Input(state, choices, code, signInState, vehicleId) },
            KrakenJson.Default.RegistrationAnswer,
            cancellationToken);
        if (result is KrakenResult<RegistrationAnswer>.Failed { Error.CoreNumber: SeveralDevices } && vehicleId is null)
        {
            return (state.Next() with { Pending = new(code, signInState, []) }, null);
        }

        return WizardWrites.Certain(result, KrakenOperations.DeviceRegistration.Name) switch
        {
            null => (Registered(state, ((KrakenResult<RegistrationAnswer>.Ok)result).Data.DeviceRegistration), null),
            { Kind: WizardProblemKind.SignInFailed } failed => (SignInAgain(state, failed.Code), null),
            { } problem => (null, problem),
        };
    }

    /// <summary>The same step anew with the reason, as the wizard API does it.</summary>
    public ClassicState SignInAgain(ClassicState state, string? error) =>
        state.Next() with { Pending = null, SignIn = new(Uri: null, time.GetUtcNow(), error) };

    private static ClassicState Registered(ClassicState state, RegistrationData? data) => state.Next() with
    {
        IsRegistered = true,
        DeviceId = data?.RegisteredDeviceIds?.FirstOrDefault(id => id is not null),
        SignIn = null,
        Pending = null,
    };

    private JsonObject Input(ClassicState state, ClassicChoices choices, string code, string? signInState, string? vehicleId)
    {
        var authentication = ClassicFacts.Authentication(code, signInState, facts.RedirectUri(state));
        if (vehicleId is not null)
        {
            authentication["providerDeviceId"] = vehicleId;
        }

        var details = new JsonObject();
        if (choices.Device!.VariantId is { } variant)
        {
            details["deviceVariantId"] = variant;
        }

        if (choices.Other?.VariantId is { } other)
        {
            details["auxDeviceVariantId"] = other;
        }

        return new()
        {
            ["accountNumber"] = state.AccountNumber,
            ["propertyId"] = state.PropertyId,
            ["deviceType"] = Devices.ElectricVehicles,
            ["provider"] = choices.Device.Provider,
            ["deviceDetails"] = details,
            ["authentication"] = authentication,
        };
    }
}
