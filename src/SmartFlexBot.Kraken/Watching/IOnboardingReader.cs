using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>How far an onboarding is, from what one request brought for many: each API keeps it elsewhere.</summary>
internal interface IOnboardingReader
{
    /// <summary>The wizard to ask for; null when devices are enough.</summary>
    string? WizardId(OnboardingWatch watch);

    /// <returns>Null when nothing can be said of it.</returns>
    Task<OnboardingSighting?> ReadAsync(Watched watched, CancellationToken cancellationToken);
}

/// <summary>What one request brought for one watch.</summary>
/// <param name="Kept">The wizard unless it was cancelled; null when none was asked for.</param>
/// <param name="All">The wizard even if it was cancelled.</param>
internal sealed record Watched(
    OnboardingWatch Watch, IReadOnlyList<DeviceData?> Devices, IReadOnlyList<WizardData?>? Kept, IReadOnlyList<OnboardingWizardRef?>? All);
