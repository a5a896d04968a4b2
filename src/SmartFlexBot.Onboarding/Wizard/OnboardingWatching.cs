using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Wizard;

/// <summary>Looks at the onboarding and its device, for as long as a customer's silence is waited for.</summary>
internal sealed class OnboardingWatching(Watches watches, JourneyFacts facts, MarketSettings market)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    public void Begin()
    {
        var journey = facts.Journey;
        var watch = new OnboardingWatch(journey.Scope, journey.Wizard, journey.DeviceId);
        watches.Begin(OnboardingWatch.Kind, watch.Write(), Pace, market.Silence.EndAfterDays);
    }

    public void End() => watches.End(OnboardingWatch.Kind);
}
