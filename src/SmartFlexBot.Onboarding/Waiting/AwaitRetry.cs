using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>
/// Kraken was busy: the same is tried again by itself. Nothing is told of it but what the refusal said, and what was told before is not
/// told again when it is tried again.
/// </summary>
internal sealed record AwaitRetry : Step
{
    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Announcement(turn.Voice, key: null)) { KeepsTold = true };
}
