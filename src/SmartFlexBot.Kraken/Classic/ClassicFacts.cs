using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Catalogue;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>What came of reading a fact.</summary>
internal abstract record FactResult
{
    private FactResult() { }

    public sealed record Known(ClassicState State) : FactResult;

    /// <summary>Kraken has nothing to tell yet.</summary>
    public sealed record NotYet : FactResult;

    public sealed record Refused(WizardProblem Problem) : FactResult;
}

/// <summary>The reads that some Classic steps need before they can be shown.</summary>
/// <remarks>Each throws <see cref="TenantUnavailableException"/> when Kraken cannot be read.</remarks>
internal sealed class ClassicFacts(KrakenClient client, IOptions<KrakenOptions> settings, TimeProvider time)
{
    /// <summary>KT-CT-4314: no details for this provider, as for one that has no OAuth (kraken-api 10).</summary>
    private const int NoProviderDetails = 4314;

    public Task<FactResult> FetchAsync(
        ClassicFact fact, ClassicState state, ClassicChoices choices, DeviceSnapshot? device,
        CancellationToken cancellationToken) => fact switch
        {
            ClassicFact.SignInAddress => FetchSignInAsync(state, choices.Device!, cancellationToken),
            ClassicFact.UserVehicles => FetchVehiclesAsync(state, choices.Device!, cancellationToken),
            _ => FetchVirtualKeyAsync(state, device!, cancellationToken),
        };

    private async Task<FactResult> FetchSignInAsync(ClassicState state, CatalogueEntry device, CancellationToken cancellationToken)
    {
        var result = await client.RunAsync(
            KrakenOperations.ProviderAuthDetails,
            new()
            {
                ["provider"] = device.Provider,
                ["deviceType"] = Devices.ElectricVehicles,
                ["clientType"] = settings.Value.ClientType.ToString(),
                ["accountNumber"] = state.AccountNumber,
                ["propertyId"] = state.PropertyId,
            },
            KrakenJson.Default.SignInAnswer,
            cancellationToken);
        if (result is KrakenResult<SignInAnswer>.Failed { Error.CoreNumber: NoProviderDetails })
        {
            return new FactResult.Known(InProvidersApp(state));
        }

        if (Problem(result) is { } problem)
        {
            return new FactResult.Refused(problem);
        }

        var uri = WizardSteps.WebAddress(((KrakenResult<SignInAnswer>.Ok)result).Data.ProviderAuthDetails?.OauthUri);
        return uri is null
            ? new FactResult.Known(InProvidersApp(state))
            : new FactResult.Known(state with { SignIn = new(uri.OriginalString, time.GetUtcNow(), state.SignIn?.Error) });
    }

    /// <summary>Asking for another link would bring none: from here a new device of the account is looked for.</summary>
    private ClassicState InProvidersApp(ClassicState state) =>
        state with { IsInProvidersApp = true, SignIn = new(Uri: null, time.GetUtcNow(), Error: null) };

    private async Task<FactResult> FetchVehiclesAsync(ClassicState state, CatalogueEntry device, CancellationToken cancellationToken)
    {
        var authentication = Authentication(state.Pending!.AuthorizationCode, state.Pending.State, RedirectUri(state));
        var result = await client.RunAsync(
            KrakenOperations.UserVehicles,
            new()
            {
                ["accountNumber"] = state.AccountNumber,
                ["supportedProvider"] = device.Provider,
                ["authentication"] = authentication,
            },
            KrakenJson.Default.UserVehiclesAnswer,
            cancellationToken);
        if (Problem(result) is { } problem)
        {
            return new FactResult.Refused(problem);
        }

        // May be empty for some seconds after the sign-in.
        List<WizardOption> vehicles =
        [
            .. (((KrakenResult<UserVehiclesAnswer>.Ok)result).Data.UserVehicles ?? []).OfType<UserVehicleData>()
                .Where(vehicle => vehicle.VehicleId is not null)
                .Select(vehicle => WizardOptions.Vehicle(vehicle.VehicleId!, vehicle.Information)),
        ];
        return vehicles.Count == 0
            ? new FactResult.NotYet()
            : new FactResult.Known(state with { Pending = state.Pending with { Vehicles = vehicles } });
    }

    private async Task<FactResult> FetchVirtualKeyAsync(ClassicState state, DeviceSnapshot device, CancellationToken cancellationToken)
    {
        if (!Providers.IsKnown(device.Provider))
        {
            return new FactResult.Known(WithoutKey(state));
        }

        var result = await client.RunAsync(
            KrakenOperations.ProviderVirtualKeyDetails,
            new() { ["provider"] = device.Provider, ["deviceType"] = Devices.ElectricVehicles },
            KrakenJson.Default.VirtualKeyAnswer,
            cancellationToken);

        // A tenant that will not tell the key does not keep the customer from the test: that is what shows whether one is missing.
        return Problem(result) is null
               && ((KrakenResult<VirtualKeyAnswer>.Ok)result).Data.ProviderVirtualKeyDetails is { } key
               && WizardSteps.WebAddress(key.VirtualKeyUri) is { } uri
            ? new FactResult.Known(state with { VirtualKey = new(key.VirtualKeyName ?? "", uri.OriginalString), IsVirtualKeyDone = false })
            : new FactResult.Known(WithoutKey(state));
    }

    /// <summary>The address of the sign-in tells where it comes back to; else our own setting.</summary>
    public string? RedirectUri(ClassicState state) => SignInAddress.RedirectUri(state.SignIn?.Uri) ?? settings.Value.RedirectUri;

    public static JsonObject Authentication(string code, string? signInState, string? redirectUri)
    {
        var authentication = new JsonObject { ["authorizationCode"] = code };
        if (signInState is not null)
        {
            authentication["state"] = signInState;
        }

        if (redirectUri is not null)
        {
            authentication["redirectUri"] = redirectUri;
        }

        return authentication;
    }

    private static ClassicState WithoutKey(ClassicState state) => state with { VirtualKey = new("", Uri: null), IsVirtualKeyDone = true };

    private static WizardProblem? Problem<T>(KrakenResult<T> result) => result switch
    {
        KrakenResult<T>.Unavailable unavailable =>
            throw new TenantUnavailableException($"The onboarding could not be read: {unavailable.Reason}."),
        KrakenResult<T>.Failed { Error: var error } when WizardProblems.Kind(error) == WizardProblemKind.TryLater =>
            throw new TenantUnavailableException($"The onboarding could not be read: {error.Code}."),
        KrakenResult<T>.Failed failed => WizardProblems.From(failed.Error),
        _ => null,
    };
}
