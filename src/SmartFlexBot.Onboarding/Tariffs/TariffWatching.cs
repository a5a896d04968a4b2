using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Looks at a switch until it ends.</summary>
internal sealed class TariffWatching(Watches watches, JourneyFacts facts)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <summary>A switch that waits for a new meter may take months.</summary>
    private const int PatienceDays = 180;

    public void Begin(string productCode) =>
        watches.Begin(TariffWatch.Kind, new TariffWatch(TariffChanges.ScopeOf(facts.Journey), productCode).Write(), Pace, PatienceDays);

    public void End() => watches.End(TariffWatch.Kind);
}
