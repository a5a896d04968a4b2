using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>Speaks the wizard API. Its token is the wizard's id.</summary>
internal sealed class KrakenWizard(WizardReads reads, WizardWrites writes, IOptions<KrakenOptions> settings) : IOnboardingWizard
{
    public Task<WizardResult> StartAsync(WizardScope scope, CancellationToken cancellationToken) => writes.RunAsync(
        KrakenOperations.StartSmartFlexOnboarding,
        new() { ["accountNumber"] = scope.AccountNumber, ["propertyId"] = scope.PropertyId },
        cancellationToken);

    public Task<WizardResult> ReadAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken) =>
        reads.ReadAsync(scope, token, cancellationToken);

    public Task<WizardResult> CompleteAsync(
        WizardScope scope, WizardToken token, string stepId, StepAnswer answer, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["wizardId"] = token.Value, ["stepId"] = stepId };
        switch (answer)
        {
            case StepAnswer.Option option:
                input["selectedOption"] = option.OptionId;
                return writes.RunAsync(KrakenOperations.SelectFromList, input, cancellationToken);
            case StepAnswer.Integration integration:
                input["selectedIntegration"] = integration.Kind == DeviceKind.ChargePoint ? "CHARGE_POINT" : "ELECTRIC_VEHICLE";
                return writes.RunAsync(KrakenOperations.SelectVehicleOrChargePoint, input, cancellationToken);
            case StepAnswer.SignedIn signedIn:
                input["continuationUri"] = signedIn.ContinuationUri;
                return writes.RunAsync(KrakenOperations.CompleteAuthFlow, input, cancellationToken);
            case StepAnswer.Inputs inputs:
                input["userInputs"] = AsJsonText(inputs.Values);
                return writes.RunAsync(KrakenOperations.CompleteUserInputRequired, input, cancellationToken);
            default:
                return CompleteDoneAsync(scope, token, stepId, input, cancellationToken);
        }
    }

    public async Task<WizardResult> CancelAsync(WizardScope scope, WizardToken token, CancellationToken cancellationToken)
    {
        var result = await writes.RunAsync(
            KrakenOperations.CancelSmartFlexOnboarding, new() { ["wizardId"] = token.Value }, cancellationToken);
        return result is WizardResult.Ok or WizardResult.Refused { Problem.Code: "KT-CT-4391" }
            ? new WizardResult.Ok(new(token, Current: null, IsComplete: false, IsCancelled: true))
            : result;
    }

    public Task<WizardView?> FindResumableAsync(WizardScope scope, CancellationToken cancellationToken) =>
        reads.FindResumableAsync(scope, cancellationToken);

    /// <summary>"Done" does not say which mutation it is for: the step does.</summary>
    private async Task<WizardResult> CompleteDoneAsync(
        WizardScope scope, WizardToken token, string stepId, JsonObject input, CancellationToken cancellationToken)
    {
        WizardResult read;
        try
        {
            read = await reads.ReadAsync(scope, token, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.TryLater));
        }

        if (read is not WizardResult.Ok { View: var view })
        {
            return read;
        }

        if (view.Current is not { } step || step.Id != stepId)
        {
            return new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.StepMovedOn));
        }

        return step switch
        {
            WizardStep.TeslaSetupVirtualKey =>
                await writes.RunAsync(KrakenOperations.CompleteTeslaSetupVirtualKey, input, cancellationToken),
            WizardStep.UserActionRequired => await writes.RunAsync(KrakenOperations.CompleteUserAction, input, cancellationToken),
            WizardStep.TestCharge test => await StartTestAsync(scope, view, test, input, cancellationToken),
            // No mutation is documented for TeslaRegistrationFailed and TeslaModifyScopes (kraken-gaps 4).
            WizardStep.TeslaRegistrationFailed or WizardStep.TeslaModifyScopes or WizardStep.Unknown =>
                new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.NotOffered)),
            _ => new WizardResult.Refused(WizardProblems.Of(WizardProblemKind.BadAnswer)),
        };
    }

    private async Task<WizardResult> StartTestAsync(
        WizardScope scope, WizardView view, WizardStep.TestCharge test, JsonObject input, CancellationToken cancellationToken)
    {
        switch (settings.Value.TestChargeStart)
        {
            case TestChargeStart.StartTestCharge:
                return await writes.RunAsync(KrakenOperations.StartTestCharge, input, cancellationToken);
            // A test that failed does not begin again by itself; triggerTestCharge is the one call for it that has a future.
            case TestChargeStart.Automatic when test.Problem is { Failed: true }:
            case TestChargeStart.TriggerTestCharge:
                return await writes.TriggerTestChargeAsync(scope, cancellationToken) is { } problem
                    ? new WizardResult.Refused(problem)
                    // Taken; a read at this moment might still show the step as it was before.
                    : new WizardResult.Ok(view with { Current = test with { IsStarted = true, Problem = null } });
            default:
                return new WizardResult.Ok(view);
        }
    }

    private static string AsJsonText(IReadOnlyDictionary<string, string> values)
    {
        var json = new JsonObject();
        foreach (var (key, value) in values)
        {
            json[key] = value;
        }

        return json.ToJsonString();
    }
}
