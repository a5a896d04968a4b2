using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>The customer has left the onboarding that is there: first of all it is cancelled.</summary>
internal sealed record CancelOnboarding : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => StepRun.Act.Now(() =>
    {
        // Somebody else may have cancelled it meanwhile.
        if (turn.Tenant.View.IsOnboardingOver)
        {
            turn.Facts.Update(journey => journey.DropOnboarding());
            turn.Tenant.DropOnboarding();
            return;
        }

        new OnboardingChanges(turn.Commands, turn.Facts).Cancel();
    });
}
