using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>Reads onboardings of the wizard API.</summary>
internal sealed class WizardReader : IOnboardingReader
{
    public string? WizardId(OnboardingWatch watch) => watch.Token?.Value;

    public Task<OnboardingSighting?> ReadAsync(Watched watched, CancellationToken cancellationToken)
    {
        var view = WizardId(watched.Watch) is { } id ? WizardViews.From(id, watched.Kept, watched.All, watched.Devices) : null;
        return Task.FromResult<OnboardingSighting?>(Readings.Of(
            view?.Current,
            view?.IsComplete ?? false,
            view?.IsCancelled ?? false,
            watched.Watch.DeviceId ?? view?.DeviceId,
            Devices.From(watched.Devices)));
    }
}
