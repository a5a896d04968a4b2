using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>The test charge runs; there is nothing to do but to wait.</summary>
internal sealed record TestRunning(WizardStep.TestCharge Wizard) : Step
{
    public override string StatusKey => "status.next.TestRunning";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn) => new StepRun.Tell(TestProgress.Of(turn));
}
