using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>How far the journey is, as far as requests care.</summary>
internal sealed class Place(JourneyFacts facts, Tenant tenant)
{
    public bool IsLive => facts.Journey.End is null && tenant.Device is { IsLive: true };

    /// <summary>A tariff switch was begun.</summary>
    public bool HasSwitch => facts.Journey.Tariff is { Switch: not null, Withdrawn: null };

    /// <summary>The device is at Kraken: from here only a person takes it out again.</summary>
    public bool IsRegistered => IsLive || tenant.View.HasRegistered(facts.Journey);
}
