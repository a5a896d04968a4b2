using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What the tariff side of a journey asks for next. Pure.</summary>
public static class TariffSteps
{
    /// <returns>Null when there is nothing to do: no switch in this market, not yet its turn, or settled.</returns>
    public static Step? Of(Journey journey, bool isLive, MarketSettings market)
    {
        if (market.Tariff is not { } rules || journey.Chosen is null)
        {
            return null;
        }

        if (rules.Order == TariffOrder.AfterDevice && !isLive)
        {
            return null;
        }

        return Open(journey.Tariff, journey, rules, TimeZoneInfo.FindSystemTimeZoneById(market.TimeZone));
    }

    private static Step? Open(TariffFacts facts, Journey journey, TariffSettings rules, TimeZoneInfo zone) => facts switch
    {
        { Refused.Kind: TariffProblemKind.TryLater } => new Step.AwaitRetry(),
        { Refused: { } refused } => new Step.MendSwitch(refused.Code ?? refused.Kind.ToString()),
        { Switch: { State: TariffSwitchState.Stopped } stopped } => new Step.MendSwitch(stopped.Code),
        { Switch.State: not TariffSwitchState.AwaitsTerms } => null,
        { Read: null } => new Step.ReadTariff(),
        { Read.IsOnOffered: true } => null,
        { Declined: true } => rules.IsRequired ? new Step.TariffDeclined() : null,
        { Read.Offered: null } => rules.IsRequired ? new Step.NoTariff(Fault: null) : null,
        { Read.Offered: { } offered } when TariffCheck.OfOffer(offered, zone) is { } fault => new Step.NoTariff(fault),
        { Read: { Offered: { } offered } read } when OfferFingerprint.Of(offered, read.Now, zone) is var shown && facts.Agreed?.Fingerprint != shown =>
            new Step.OfferTariff(offered, read.Now, shown),
        _ when rules.NeedsHalfHourlyReadings && !journey.HasConsent(ConsentPurpose.HalfHourlyReadings) => new Step.AskReadings(),
        { Switch: null } => new Step.BeginSwitch(),
        _ => new Step.AcceptTerms(),
    };
}
