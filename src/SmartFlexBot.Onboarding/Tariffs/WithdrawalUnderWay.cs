using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The customer has withdrawn, and Kraken still shows the switch: the supplier ends it.</summary>
internal sealed record WithdrawalUnderWay : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Explanation(turn.Voice, "tariff.withdrawn.waiting"));
}
