using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Where the bot can go on after people. Pure.</summary>
public static class ResumePoints
{
    /// <summary>What Kraken has registered is changed by people alone, at Kraken: then the bot goes on as it stands.</summary>
    /// <param name="journey">Null while nothing is known.</param>
    public static IReadOnlyList<ResumePoint> Of(Journey? journey) =>
        journey is { DeviceId: null } ? Enum.GetValues<ResumePoint>() : [ResumePoint.AsItStands];
}
