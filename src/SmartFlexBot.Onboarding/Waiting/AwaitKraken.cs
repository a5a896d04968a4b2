using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Waiting;

/// <summary>Kraken or a third party is at work.</summary>
internal sealed record AwaitKraken(WaitReason Reason) : Step
{
    public override string Key => $"AwaitKraken:{Reason}";

    public override string StatusKey => "status.next.Wait";

    public override bool IsWatched => true;

    public override StepRun Run(Turn turn) => new StepRun.Tell(new Announcement(turn.Voice, Reason switch
    {
        WaitReason.DeviceRegistration => "wait.DeviceRegistration",
        WaitReason.GoingLive => "wait.GoingLive",
        WaitReason.Transition => "wait.Transition",
        WaitReason.LiveIntegration => null,
    }));
}
