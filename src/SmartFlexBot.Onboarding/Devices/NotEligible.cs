using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>The account cannot take part; Kraken gives no reason.</summary>
internal sealed record NotEligible : Step
{
    public override string StatusKey => "status.next.Person";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Explanation(turn.Voice, "not-eligible"));
}
