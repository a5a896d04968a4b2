using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What each step of an onboarding means for the conversation. Pure.</summary>
public static class WizardSteps
{
    public static Step Of(WizardStep current, Journey journey, MarketSettings market) => Meaning(current, journey, market) switch
    {
        // Given by itself again and again, an answer that Kraken refuses would go round for ever: now the customer, or a person, decides.
        Step.CompleteStep when journey.Refused is { } refused && refused.StepId == current.Id => Choice(current, refused.Code),
        var step => step,
    };

    private static Step Meaning(WizardStep current, Journey journey, MarketSettings market) => current switch
    {
        WizardStep.SelectDeviceType or WizardStep.SelectMake or WizardStep.SelectVariant => OptionMatch.Find(current, journey) is { } option
            ? new Step.CompleteStep(current, new StepAnswer.Option(option.Id))
            : Choice(current, code: null),
        WizardStep.SelectVehicleOrChargePoint when journey.Chosen is { } chosen =>
            new Step.CompleteStep(current, new StepAnswer.Integration(chosen)),
        WizardStep.SelectUserVehicle { Options: [var only] } => new Step.CompleteStep(current, new StepAnswer.Option(only.Id)),
        WizardStep.SelectSessionDevice { Options: [var only] } => new Step.CompleteStep(current, new StepAnswer.Option(only.Id)),
        WizardStep.SelectUserVehicle or WizardStep.SelectSessionDevice => Choice(current, code: null),
        WizardStep.AuthFlow step => new Step.SignIn(step),
        WizardStep.UserInputRequired { Inputs.Count: > 0 } step => new Step.GiveInput(step),
        WizardStep.UserActionRequired { Actions: [var first, ..] } step => new Step.ActElsewhere(step, first.Description, first.Uri),
        WizardStep.UserActionRequired step => new Step.ActElsewhere(step, Instruction: null, Uri: null),
        WizardStep.TeslaSetupVirtualKey step => new Step.AddVirtualKey(step, Opened: journey.KeyLinkOpenedFor == step.Id),
        WizardStep.TestCharge step => OfTest(step, journey, market),
        WizardStep.Wait { Reason: WaitReason.LiveIntegration } => new Step.OtherDevice(CanSwitch(journey)),
        WizardStep.Wait step => new Step.AwaitKraken(step.Reason),
        WizardStep.UnsupportedCombination => new Step.OtherDevice(CanSwitch(journey)),
        WizardStep.TerminalError step => new Step.NeedsPerson(step.Codes.Count > 0 ? step.Codes[0] : null),
        // TeslaRegistrationFailed and TeslaModifyScopes have no documented mutation (kraken-gaps 4): a person helps.
        _ => new Step.NeedsPerson(Code: null),
    };

    private static Step OfTest(WizardStep.TestCharge step, Journey journey, MarketSettings market) => (step, journey.Test) switch
    {
        ({ IsStarted: true }, _) => new Step.TestRunning(step),
        ({ Problem: { } problem }, var test) when FailureOf(step, problem) != test.RetriedFailure =>
            Mend(step, ReasonOf(problem), problem.Failed, test, market),
        (_, var test) when journey.Refused is { Kind: WizardProblemKind.NotReady, Reasons: var reasons } =>
            Mend(step, reasons.Count > 0 ? reasons[0] : "UNKNOWN", failed: false, test, market),
        // It was to begin and does not, without a word why; a full car is such a case, for Kraken's list of refusals has none for it.
        ({ IsReady: false }, { AgreedForStep: { } agreed } test) when agreed == step.Id => Mend(step, "NOT_READY", failed: false, test, market),
        (_, { AgreedForStep: { } agreed }) when agreed == step.Id => new Step.AwaitKraken(WaitReason.Transition),
        _ => new Step.OfferTest(step),
    };

    private static Step.MendTest Mend(WizardStep.TestCharge step, string reason, bool failed, TestFacts test, MarketSettings market) =>
        new(step, reason, failed, OfferPerson: Failures(reason, test) >= market.TestCharge.TriesBeforePerson);

    private static int Failures(string reason, TestFacts test) => reason == test.RetriedReason ? test.RetriesOfSameReason + 1 : 1;

    /// <summary>Names one failure, so that it can be told from the next.</summary>
    public static string FailureOf(WizardStep.TestCharge step, TestChargeProblem problem) =>
        $"{step.Id}:{(problem.Failed ? "failed" : "refused")}:{ReasonOf(problem)}";

    private static string ReasonOf(TestChargeProblem problem) => problem.Reasons.Count > 0 ? problem.Reasons[0] : "UNKNOWN";

    /// <summary>The customer chooses from the step's list; where there is none, a person has to help.</summary>
    private static Step Choice(WizardStep step, string? code) => OptionMatch.Options(step) is { Count: > 0 } options
        ? new Step.AskOption(step, options)
        : new Step.NeedsPerson(code);

    private static bool CanSwitch(Journey journey) => journey.Chosen == DeviceKind.ChargePoint
        ? journey.Vehicle is { IsDevice: true, IsIntegrationLive: not false }
        : journey.ChargePoint is { IsDevice: true, IsIntegrationLive: not false };
}
