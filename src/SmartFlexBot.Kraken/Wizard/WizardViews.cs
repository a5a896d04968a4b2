using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>From what Kraken shows of a wizard to a view of the onboarding.</summary>
internal static class WizardViews
{
    /// <param name="wizard">Known not to be cancelled: then no current step means complete.</param>
    public static WizardView From(WizardData wizard, string? deviceId = null) => new(
        new(wizard.Id ?? ""),
        wizard.CurrentStep is { } step ? WizardSteps.From(step) : null,
        IsComplete: wizard.CurrentStep is null,
        IsCancelled: false,
        deviceId);

    /// <returns>Null when there is no such wizard.</returns>
    public static WizardView? From(
        string wizardId, IReadOnlyList<WizardData?>? kept, IReadOnlyList<OnboardingWizardRef?>? all, IReadOnlyList<DeviceData?>? devices)
    {
        var deviceId = devices?.FirstOrDefault(device => device?.OnboardingWizard?.Id == wizardId)?.Id;
        if (kept?.FirstOrDefault(wizard => wizard?.Id == wizardId) is { } found)
        {
            return From(found, deviceId ?? (found.CurrentStep is null ? OnlyDevice(devices) : null));
        }

        return all?.Any(wizard => wizard?.Id == wizardId) == true
            ? new(new(wizardId), Current: null, IsComplete: false, IsCancelled: true, deviceId)
            : null;
    }

    /// <summary>A complete wizard may no longer be named by its device; where there is but one device, that is it.</summary>
    private static string? OnlyDevice(IReadOnlyList<DeviceData?>? devices)
    {
        var left = (devices ?? []).OfType<DeviceData>().Where(device => device.Status?.Current != "RETIRED").ToList();
        return left.Count == 1 ? left[0].Id : null;
    }
}
