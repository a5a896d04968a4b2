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
        if (market.Tariff is not { } rules || journey.Chosen is null)
        {
            return null;
        }

        if (rules.Order == TariffOrder.AfterDevice && !isLive)
        {
            return null;
        }

        return journey.Tariff.Withdrawn is null
            ? Open(journey.Tariff, journey, rules, market.Zone)
            : AfterWithdrawal(journey.Tariff, rules.IsRequired && !isLive);
    }

    private static Step? Open(TariffFacts facts, Journey journey, TariffSettings rules, TimeZoneInfo zone) => facts switch
    {
        { Refused.Kind: TariffProblemKind.TryLater } => new AwaitRetry(),
        { Refused: { } refused } => new MendSwitch(refused.Code ?? refused.Kind.ToString()),
        { Switch: { State: TariffSwitchState.Stopped } stopped } => new MendSwitch(stopped.Code),
        { Switch.State: not TariffSwitchState.AwaitsTerms } => null,
        { Read: null } => new ReadTariff(),
        { Read.IsOnOffered: true } => null,
        { Declined: true } => rules.IsRequired ? new TariffDeclined() : null,
        { Read.Offered: null } => rules.IsRequired ? new NoTariff(Fault: null) : null,
        { Read: { Offered: { } offered } read } when ToShow(offered, read.Now, facts.Agreed, zone) is { } shown => shown,
        _ when rules.NeedsHalfHourlyReadings && !journey.HasConsent(ConsentPurpose.HalfHourlyReadings) => new AskReadings(),
        { Switch: null } => new BeginSwitch(),
        _ => new AcceptTerms(),
    };

    /// <summary>Another contract can be made when the switch of the first one was ended, by the supplier.</summary>
    private static Step? AfterWithdrawal(TariffFacts facts, bool isNeeded) => (isNeeded, facts.Switch?.State) switch
    {
        (false, _) => null,
        (_, null or TariffSwitchState.Stopped) => new ContractWithdrawn(),
        _ => new WithdrawalUnderWay(),
    };

    /// <returns>Null when just this was agreed to.</returns>
    private static Step? ToShow(Tariff offered, Tariff? now, TariffAgreement? agreed, TimeZoneInfo zone)
    {
        if (TariffCheck.OfOffer(offered, zone) is { } fault)
        {
            return new NoTariff(fault);
        }

        var shown = OfferFingerprint.Of(offered, now, zone);
        return agreed?.Fingerprint == shown ? null : new OfferTariff(offered, now, shown);
    }
}
