using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Homes;

/// <summary>The account has no home: nothing can be connected there, and a person can look why.</summary>
internal sealed record NoHome : Step
{
    public override string StatusKey => "status.next.Person";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Explanation(turn.Voice, "no-home"));
}
