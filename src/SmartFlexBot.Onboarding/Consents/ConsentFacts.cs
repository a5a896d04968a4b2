using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Consents;

/// <summary>Permissions as they are kept: each answer for good, with its wording, the customer's words and the time.</summary>
internal sealed class ConsentFacts(JourneyFacts facts, MarketSettings market, TimeProvider clock)
{
    /// <summary>A contract is not withdrawn like a permission: it is cancelled in its cooling-off time, by a person.</summary>
    private static readonly ConsentPurpose[] Withdrawable = [ConsentPurpose.DataAndLocation, ConsentPurpose.Control];

    public bool HasAll => facts.Journey.HasAllConsents;

    public bool Has(ConsentPurpose purpose) => facts.Journey.HasConsent(purpose);

    /// <summary>An answer that changes nothing is not kept again.</summary>
    public void Set(ConsentPurpose purpose, bool granted, string words)
    {
        if (granted != Has(purpose))
        {
            Keep(new(purpose, granted, market.ConsentWording, words, clock.GetUtcNow()));
        }
    }

    /// <summary>Both at once: with one of them alone nothing can go on.</summary>
    public void Withdraw(string words)
    {
        foreach (var purpose in Withdrawable)
        {
            Set(purpose, granted: false, words);
        }
    }

    public void Keep(Consent consent) => facts.Update(journey => journey with { Consents = [.. journey.Consents, consent] });
}
