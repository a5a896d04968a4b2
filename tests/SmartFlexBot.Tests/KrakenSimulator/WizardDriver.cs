using System.Text.Json;

namespace SmartFlexBot.Tests.KrakenSimulator;

/// <summary>Goes through the wizard API as a client does.</summary>
internal sealed class WizardDriver(SimulatorHost host, string account, int propertyId)
{
    private const string Fields = """
        id deviceType displayName resumable { isResumable resumableReasons } completedSteps { __typename id }
        currentStep { __typename id
          ... on SelectFromList { selectedOptionId options { __typename id
            ... on SelectDeviceTypeListItem { label }
            ... on SelectVehicleMakeListItem { vehicleMake { make } }
            ... on SelectVehicleVariantListItem {
              electricVehicleVariant { make model batterySize } vehicleVariant { make models { model } } }
            ... on SelectChargePointMakeListItem { chargePointMake { make } }
            ... on SelectChargePointVariantListItem { electricChargePointVariant { make model powerOutput amperage } }
            ... on SelectHeatPumpVariantListItem { heatPumpVariant { make model } }
            ... on SelectUserVehicleListItem { vehicle { vin brand model year displayName } } } }
          ... on AuthFlow { authorizationUri redirectUri authError: error { message description } }
          ... on TeslaSetupVirtualKey { key uri }
          ... on TestCharge { isReady isStarted testError: error { message errorType reasons descriptions } }
          ... on SmartFlexOnboardingDeviceRegistration { deviceRegistered }
          ... on WaitForLiveIntegration { isLive }
          ... on TerminalError { errors { errorCode description } } }
        """;

    public string Id { get; private set; } = "";

    public JsonElement Wizard { get; private set; }

    public JsonElement Step => Wizard.GetProperty("currentStep");

    public string? Type => Step.ValueKind == JsonValueKind.Null ? null : Step.GetProperty("__typename").GetString();

    public string StepId => Step.GetProperty("id").GetString()!;

    public IReadOnlyList<string?> Options =>
        [.. Step.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("id").GetString())];

    public async Task StartAsync()
    {
        var answer = await host.RunAsync(
            $$"""
            mutation($a: String!, $p: Int!) {
              startSmartFlexOnboarding(input: { accountNumber: $a, propertyId: $p }) { wizard { {{Fields}} } } }
            """,
            new { a = account, p = propertyId });
        Take(answer.At("startSmartFlexOnboarding.wizard"));
    }

    public async Task<bool> ResumeAsync()
    {
        var answer = await host.RunAsync(
            $"query($a: String!) {{ smartFlexOnboardingWizards(accountNumber: $a, isResumable: true) {{ {Fields} }} }}",
            new { a = account });
        var found = answer.At("smartFlexOnboardingWizards");
        if (found.GetArrayLength() == 0)
        {
            return false;
        }

        Take(found[0]);
        return true;
    }

    public async Task<string?> ReadAsync()
    {
        var answer = await host.RunAsync(
            $$"""
            query($a: String!, $w: ID) {
              smartFlexOnboardingWizards(accountNumber: $a, wizardId: $w, includeCompleted: true) { {{Fields}} } }
            """,
            new { a = account, w = Id });
        Take(answer.At("smartFlexOnboardingWizards.0"));
        return Type;
    }

    public Task<string?> SelectAsync(string option, string? stepId = null) =>
        CompleteAsync("selectFromList", $"selectedOption: \"{option}\"", stepId);

    public async Task<string?> CompleteAsync(string mutation, string extra = "", string? stepId = null)
    {
        var name = $"{mutation}ForSmartFlexOnboarding";
        var answer = await host.RunAsync(Mutation(name, extra), new { w = Id, s = stepId ?? StepId });
        Take(answer.At($"{name}.wizard"));
        return Type;
    }

    public Task<string> RefusedAsync(string mutation, string extra = "", string? stepId = null) =>
        host.RefusedAsync(Mutation($"{mutation}ForSmartFlexOnboarding", extra), new { w = Id, s = stepId ?? StepId });

    public Task<string?> FinishSignInAsync(Uri address) => CompleteAsync("completeAuthFlow", $"continuationUri: \"{address.AbsoluteUri}\"");

    public Task CancelAsync() => host.RunAsync(
        "mutation($w: ID!) { cancelSmartFlexOnboarding(input: { wizardId: $w }) { wizard { id } } }", new { w = Id });

    /// <summary>The choices of a car owner.</summary>
    public async Task<string?> ChooseAsync(string make, string model, string chargePointMake = "NONE", string? chargePointModel = null,
        string integration = "ELECTRIC_VEHICLE")
    {
        await StartAsync();
        await SelectAsync("ELECTRIC_VEHICLES");
        await SelectAsync(make);
        await SelectAsync(OptionOf("electricVehicleVariant", model));
        await SelectAsync(chargePointMake);
        if (chargePointModel is not null)
        {
            await SelectAsync(OptionOf("electricChargePointVariant", chargePointModel));
            await CompleteAsync("selectVehicleOrChargePoint", $"selectedIntegration: {integration}");
        }

        return Type;
    }

    public async Task<string?> SignInAsync() =>
        await FinishSignInAsync(await host.DecideAsync(Step.GetProperty("authorizationUri").GetString()!));

    private string OptionOf(string variant, string model) => Step.GetProperty("options").EnumerateArray()
        .Single(option => option.GetProperty(variant).GetProperty("model").GetString() == model).GetProperty("id").GetString()!;

    private static string Mutation(string name, string extra) =>
        $"mutation($w: ID!, $s: ID!) {{ {name}(input: {{ wizardId: $w, stepId: $s {extra} }}) {{ wizard {{ {Fields} }} }} }}";

    private void Take(JsonElement wizard)
    {
        Wizard = wizard;
        Id = wizard.GetProperty("id").GetString()!;
    }
}
