using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Desk;

/// <summary>All that a pack is made of.</summary>
/// <param name="Journey">Null while nothing is known.</param>
/// <param name="Devices">The account's, as Kraken shows them; null when they could not be read.</param>
/// <param name="Wizard">The onboarding; null when there is none, or it could not be read.</param>
/// <param name="IsUnread">Kraken could not be read.</param>
/// <param name="ReadAt">When all this was so.</param>
internal sealed record PackFacts(
    HandOver HandOver, Journey? Journey, IReadOnlyList<DeviceSnapshot>? Devices, WizardView? Wizard, bool IsUnread, DateTimeOffset ReadAt)
{
    /// <summary>The device that the journey is about.</summary>
    public DeviceSnapshot? Device => Journey is null || Devices is null
        ? null
        : (TenantView.Unread with { Devices = Devices }).DeviceOf(Journey);
}
