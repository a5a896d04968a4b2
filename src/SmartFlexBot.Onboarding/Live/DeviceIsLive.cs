using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>The device is LIVE, and nothing is left to do.</summary>
internal sealed record DeviceIsLive(DeviceSnapshot Device) : Step
{
    public override string Key => KeyOf(Device.Id);

    public override string StatusKey => "status.next.Live";

    public override bool IsWatched => false;

    public static string KeyOf(string deviceId) => $"Live:{deviceId}";

    public override StepRun Run(Turn turn) => new StepRun.Tell(LiveNews.Of(turn, Device));
}
