using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>An onboarding that was begun in the supplier's app or by a person. Pure.</summary>
public static class BegunElsewhere
{
    /// <summary>One that still waits for its first choices is left alone until the customer has said what they have.</summary>
    /// <returns>The onboarding to go on with, or null.</returns>
    public static WizardView? MayBeTakenUp(WizardView? resumable) =>
        resumable is { IsCancelled: false, Current: { AsksForDevices: false } } ? resumable : null;

    /// <summary>What Kraken knows of the device is not asked again.</summary>
    public static Journey TakeUp(Journey journey, WizardView begun, IReadOnlyList<DeviceSnapshot> devices)
    {
        var taken = journey with { Wizard = begun.Token, DeviceId = begun.DeviceId, LiveToldAt = null };
        if (devices.FirstOrDefault(device => device is { IsRetired: false, IsCarOrCharger: true }) is not { } device)
        {
            return taken;
        }

        var answer = new DeviceAnswer(device.Make, device.Model);
        return (device.Kind == DeviceKind.ChargePoint
            ? taken with { ChargePoint = taken.ChargePoint ?? answer }
            : taken with { Vehicle = taken.Vehicle ?? answer }) with
        {
            Chosen = device.Kind,
        };
    }
}
