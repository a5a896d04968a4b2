using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>The facts answer this step of Kraken's.</summary>
internal sealed record CompleteStep(WizardStep Wizard, StepAnswer Answer) : Step
{
    public override string Key => $"CompleteStep:{Wizard.Id}";

    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) =>
        StepRun.Act.Now(() => new OnboardingChanges(turn.Commands, turn.Facts).Complete(Wizard, Answer));
}
