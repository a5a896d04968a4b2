using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What the tariff side of a journey asks for next. Pure.</summary>
internal static class TariffSteps
{
    /// <returns>Null when there is nothing to do: no switch in this market, not yet its turn, or settled.</returns>
    public static Step? Of(Journey journey, bool isLive, MarketSettings market)
    {
        if (market.Tariff is not { } rules || journey.Chosen is null || rules.Order == TariffOrder.AfterDevice && !isLive)
        {
            return null;
        }

        var outcome = TariffOutcomes.Of(journey.Tariff, market.Zone);
        return TariffVerdict.Of(outcome, rules.IsRequired, isLive).Next switch
        {
            TariffNext.Switch => OfSwitch(journey.Tariff, journey, rules, market.Zone),
            TariffNext.GoOn => null,
            TariffNext.LookAgain or TariffNext.AskTeam => new ReviewTariff(outcome, isLive),
            TariffNext.Wait => new TariffWait(outcome, isLive),
        };
    }

    /// <summary>The device is connected, but the market's smart charging needs a tariff that is not settled: it is not all done.</summary>
    public static bool IsAwaitedBy(Journey journey, MarketSettings market) =>
        market.Tariff is { IsRequired: true } && Of(journey, isLive: true, market) is not null;

    private static Step OfSwitch(TariffFacts facts, Journey journey, TariffSettings rules, TimeZoneInfo zone) => facts switch
    {
        { Refused: not null } => new AwaitRetry(),
        { Read: null } or { Read.Offered: null } => new ReadTariff(),
        { Read: { Offered: { } offered } read } when ToShow(offered, read.Now, facts.Agreed, zone) is { } shown => shown,
        _ when rules.NeedsHalfHourlyReadings && !journey.HasConsent(ConsentPurpose.HalfHourlyReadings) => new AskReadings(),
        { Switch: null } => new BeginSwitch(),
        _ => new AcceptTerms(),
    };

    /// <returns>Null when just this was agreed to.</returns>
    private static OfferTariff? ToShow(Tariff offered, Tariff? now, TariffAgreement? agreed, TimeZoneInfo zone)
    {
        var shown = OfferFingerprint.Of(offered, now, zone);
        return agreed?.Fingerprint == shown ? null : new OfferTariff(offered, now, shown);
    }
}
