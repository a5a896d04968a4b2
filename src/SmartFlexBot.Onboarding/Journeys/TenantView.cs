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

    /// <summary>The journey's own device if it has one, else any that is LIVE or on its way.</summary>
    public DeviceSnapshot? DeviceOf(Journey journey) =>
        Devices.FirstOrDefault(device => device.Id == journey.DeviceId)
        ?? Devices.FirstOrDefault(device => device is { IsRetired: false, IsCarOrCharger: true });
}
