using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Consents;

/// <summary>Permissions as they are kept: each answer for good, with its wording, the customer's words and the time.</summary>
internal sealed class ConsentFacts(JourneyFacts facts, MarketSettings market, TimeProvider clock)
{
    /// <summary>A contract is not withdrawn like a permission: it has a statement of its own.</summary>
    private static readonly ConsentPurpose[] Withdrawable =
        [ConsentPurpose.DataAndLocation, ConsentPurpose.Control, ConsentPurpose.HalfHourlyReadings];

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

    /// <summary>All at once: with one of them alone nothing can go on.</summary>
    /// <returns>Those that had been given.</returns>
    public IReadOnlyList<ConsentPurpose> Withdraw(string words)
    {
        ConsentPurpose[] given = [.. Withdrawable.Where(Has)];
        foreach (var purpose in given)
        {
            Set(purpose, granted: false, words);
        }

        return given;
    }

    public void Keep(Consent consent) => facts.Update(journey => journey with { Consents = [.. journey.Consents, consent] });
}
