using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>What comes next of a test charge. Pure.</summary>
internal static class TestSteps
{
    public static Step Of(WizardStep.TestCharge step, Journey journey, MarketSettings market) => (step, journey.Test) switch
    {
        ({ IsStarted: true }, _) => new TestRunning(step),
        ({ Problem: { } problem }, var test) when FailureOf(step, problem) != test.RetriedFailure =>
            Mend(step, ReasonOf(problem), problem.Failed, test, market),
        (_, var test) when journey.Refused is { Kind: WizardProblemKind.NotReady, Reasons: var reasons } =>
            Mend(step, reasons.Count > 0 ? reasons[0] : ShownIn(step) ?? "UNKNOWN", failed: false, test, market),
        // It was to begin and does not, without a word why; a full car is such a case, for Kraken's list of refusals has none for it.
        ({ IsReady: false }, { AgreedForStep: { } agreed } test) when agreed == step.Id =>
            Mend(step, ShownIn(step) ?? "NOT_READY", failed: false, test, market),
        (_, { AgreedForStep: { } agreed }) when agreed == step.Id => new AwaitKraken(WaitReason.Transition),
        _ => new OfferTest(step),
    };

    /// <summary>Names one failure, so that it can be told from the next.</summary>
    public static string FailureOf(WizardStep.TestCharge step, TestChargeProblem problem) =>
        $"{step.Id}:{(problem.Failed ? "failed" : "refused")}:{ReasonOf(problem)}";

    private static MendTest Mend(WizardStep.TestCharge step, string reason, bool failed, TestFacts test, MarketSettings market) =>
        new(step, reason, failed, OfferPerson: Failures(reason, test) >= market.TestCharge.TriesBeforePerson);

    private static int Failures(string reason, TestFacts test) => reason == test.RetriedReason ? test.RetriesOfSameReason + 1 : 1;

    /// <summary>A reason that Kraken still shows after "try again" says more than that the test does not begin.</summary>
    private static string? ShownIn(WizardStep.TestCharge step) => step.Problem is { Reasons: [var reason, ..] } ? reason : null;

    private static string ReasonOf(TestChargeProblem problem) => problem.Reasons.Count > 0 ? problem.Reasons[0] : "UNKNOWN";
}
