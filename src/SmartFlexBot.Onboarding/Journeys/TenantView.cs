using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What a turn has read from the tenant: the world as it is, beside what the customer said.</summary>
/// <param name="Devices">The account's devices at this property.</param>
/// <param name="Wizard">The onboarding as it stands; null when none was begun.</param>
/// <param name="WizardGone">The onboarding that the journey knows cannot be found any more.</param>
public sealed record TenantView(
    Eligibility Eligibility,
    IReadOnlyList<DeviceSnapshot> Devices,
    WizardView? Wizard,
    bool WizardGone)
{
    /// <summary>Before anything was read.</summary>
    public static TenantView Unread { get; } = new(new(null, []), [], Wizard: null, WizardGone: false);

    /// <summary>The journey's onboarding was cancelled, or is not there any more.</summary>
    public bool IsOnboardingOver => WizardGone || Wizard is { IsCancelled: true };

    /// <summary>Kraken has the journey's device: another one can only take its place when this one was removed.</summary>
    public bool HasRegistered(Journey journey) =>
        journey.DeviceId is { } id && Devices.FirstOrDefault(device => device.Id == id) is not { IsRetired: true };

    /// <summary>
    /// The journey's own device if it has one, else the one that is furthest on its way; null where several are, for the order of a list
    /// says nothing.
    /// </summary>
    public DeviceSnapshot? DeviceOf(Journey journey) =>
        OwnOf(journey) ?? (Furthest is [{ } device, .. var others] && (others is [] || device.IsGoingLive) ? device : null);

    /// <summary>The devices that are LIVE, of which the customer has to say which one it is about; none where that is clear.</summary>
    public IReadOnlyList<DeviceSnapshot> OpenBetween(Journey journey) =>
        OwnOf(journey) is null && Furthest is [{ IsLive: true }, _, ..] several ? several : [];

    private DeviceSnapshot[] Furthest =>
        Devices.Where(device => device is { IsRetired: false, IsCarOrCharger: true }).GroupBy(StandingOf)
            .MinBy(group => group.Key)?.ToArray() ?? [];

    private DeviceSnapshot? OwnOf(Journey journey) => Devices.FirstOrDefault(device => device.Id == journey.DeviceId);

    private static int StandingOf(DeviceSnapshot device) => device switch
    {
        { IsLive: true, IsLost: false } => 0,
        { IsLive: true } => 1,
        { IsGoingLive: true } => 2,
        { IsLost: false } => 3,
        _ => 4,
    };
}
