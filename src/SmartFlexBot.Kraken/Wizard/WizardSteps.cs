using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>From a step of the wizard API to ours, by its <c>__typename</c>.</summary>
internal static class WizardSteps
{
    public static WizardStep From(StepData step)
    {
        var id = step.Id ?? "";
        return step.TypeName switch
        {
            "SelectDeviceType" => new WizardStep.SelectDeviceType(id, Options(step)),
            "SelectVehicleMake" => new WizardStep.SelectMake(id, DeviceKind.ElectricVehicle, Options(step)),
            "SelectVehicleVariant" => new WizardStep.SelectVariant(id, DeviceKind.ElectricVehicle, Options(step)),
            "SelectChargePointMake" => new WizardStep.SelectMake(id, DeviceKind.ChargePoint, Options(step)),
            "SelectChargePointVariant" => new WizardStep.SelectVariant(id, DeviceKind.ChargePoint, Options(step)),
            "SelectHeatPumpMake" => new WizardStep.SelectMake(id, DeviceKind.HeatPump, Options(step)),
            "SelectHeatPumpVariant" => new WizardStep.SelectVariant(id, DeviceKind.HeatPump, Options(step)),
            "SelectInverterMake" => new WizardStep.SelectMake(id, DeviceKind.Inverter, Options(step)),
            "SelectInverterSystemType" => new WizardStep.SelectVariant(id, DeviceKind.Inverter, Options(step)),
            "SelectVehicleOrChargePoint" => new WizardStep.SelectVehicleOrChargePoint(id),
            "SelectUserVehicle" => new WizardStep.SelectUserVehicle(id, Options(step)),
            "SelectSessionDevice" => new WizardStep.SelectSessionDevice(id, Options(step)),
            "AuthFlow" when WebAddress(step.AuthorizationUri) is { } authorization => new WizardStep.AuthFlow(
                id, authorization, WebAddress(step.RedirectUri), step.AuthError?.Description ?? step.AuthError?.Message),
            // No sign-in can come of it. An address that no browser may be sent to is another matter: that is for a person.
            "AuthFlow" when string.IsNullOrWhiteSpace(step.AuthorizationUri) => new WizardStep.ProviderApp(id, Provider: null),
            "UserInputRequired" => new WizardStep.UserInputRequired(id, Inputs(step), step.InputError?.Message),
            "UserActionRequired" => new WizardStep.UserActionRequired(id, Actions(step)),
            "TeslaSetupVirtualKey" when WebAddress(step.Uri) is { } uri => new WizardStep.TeslaSetupVirtualKey(id, step.Key ?? "", uri),
            "TeslaRegistrationFailed" => new WizardStep.TeslaRegistrationFailed(id, step.ModifyScopesSelected),
            "TeslaModifyScopes" when WebAddress(step.ModifyScopesUri) is { } uri =>
                new WizardStep.TeslaModifyScopes(id, uri, WebAddress(step.RedirectUri)),
            "TestCharge" => new WizardStep.TestCharge(id, step.IsReady, step.IsStarted == true, Problem(step.TestError)),
            "SmartFlexOnboardingDeviceRegistration" => new WizardStep.Wait(id, WaitReason.DeviceRegistration),
            "WaitForTransition" => new WizardStep.Wait(id, WaitReason.Transition),
            "WaitForLiveIntegration" => new WizardStep.Wait(id, WaitReason.LiveIntegration),
            "UnsupportedCombination" => new WizardStep.UnsupportedCombination(id),
            "TerminalError" => new WizardStep.TerminalError(
                id, [.. (step.TerminalErrors ?? []).Select(error => error?.ErrorCode).OfType<string>()]),
            // "Retry" too: GB no longer produces it.
            var other => new WizardStep.Unknown(id, other ?? ""),
        };
    }

    /// <summary>An address that a browser may be sent to; null for anything else that a tenant might put there.</summary>
    public static Uri? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;

    private static IReadOnlyList<WizardOption> Options(StepData step) =>
        WizardOptions.From([.. (step.Options ?? []).OfType<OptionData>().Where(option => option.Id is not null)]);

    private static IReadOnlyList<WizardInput> Inputs(StepData step) =>
    [
        .. (step.UserInputs ?? []).OfType<UserInputData>().Where(input => input.Key is not null).Select(input => new WizardInput(
            input.Key!, input.Description, input.Value, input.IsRequired == true, input.Regex, input.IsVerified)),
    ];

    private static IReadOnlyList<WizardAction> Actions(StepData step) =>
    [
        .. (step.UserActions ?? []).OfType<UserActionData>().Select(action => new WizardAction(
            action.UserAction, action.Description, WebAddress(action.Uri))),
    ];

    private static TestChargeProblem? Problem(TestErrorData? error) =>
        error is null ? null : new(error.ErrorType == "UNABLE_TO_COMPLETE_TEST_CHARGE", WizardProblems.WithoutPrefix(error.Reasons));
}
