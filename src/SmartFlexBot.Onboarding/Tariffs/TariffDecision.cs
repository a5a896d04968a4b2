using SmartFlexBot.Onboarding.Consents;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What the customer decides about an offer.</summary>
internal sealed class TariffDecision(JourneyFacts facts, ConsentFacts consents, TimeProvider clock, OfferTariff step)
{
    /// <summary>Kept twice: as a consent for good, and as what the switch is to be.</summary>
    public void Agree(string words)
    {
        var (version, now) = (step.Offered.Terms!.Version!, clock.GetUtcNow());
        var agreed = new TariffAgreement(step.Shown, step.Offered.ProductCode, version, words, now);
        consents.Keep(new(ConsentPurpose.Tariff, Granted: true, version, words, now));
        facts.Update(journey => journey with { Tariff = journey.Tariff with { Agreed = agreed, Declined = false } });
    }

    public void Decline() => facts.Update(journey => journey with { Tariff = journey.Tariff with { Declined = true } });
}
