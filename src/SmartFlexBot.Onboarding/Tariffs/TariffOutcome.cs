using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What has become of the tariff so far; what follows from it is <see cref="TariffVerdict"/>'s.</summary>
internal enum TariffOutcome
{
    /// <summary>Still to be read, shown, agreed to or begun.</summary>
    Open,

    /// <summary>A switch is under way or done, or the home was on the tariff before.</summary>
    Settled,

    /// <summary>The customer does not want it.</summary>
    Declined,

    /// <summary>There is none for this device.</summary>
    NoOffer,

    /// <summary>The offer's prices cannot be right.</summary>
    WrongPrices,

    /// <summary>The offer has no terms to agree to.</summary>
    NoTerms,

    /// <summary>Value added tax, standing charge or exit fee of the offer is not told.</summary>
    Incomplete,

    /// <summary>The switch failed for a reason that nobody knows; another try may go through.</summary>
    Stopped,

    /// <summary>The switch was cancelled, by whomever; another one can be begun.</summary>
    Cancelled,

    /// <summary>This home cannot have the tariff: the same again would be refused again.</summary>
    NotPossible,

    /// <summary>The bot cannot switch tariffs at this tenant, or for this account.</summary>
    NotFromHere,

    /// <summary>The customer has withdrawn, and Kraken still shows the switch: the supplier ends it.</summary>
    Withdrawing,

    /// <summary>The customer has withdrawn, and the switch is over.</summary>
    Withdrawn,

    /// <summary>The customer has withdrawn, and the home is on the tariff.</summary>
    SwitchedAnyway,
}

/// <summary>Tells a tariff's outcome from the facts. Pure.</summary>
internal static class TariffOutcomes
{
    /// <summary>Kraken's event for a home that cannot have the tariff (SmartOnboardingEventType).</summary>
    private const string UnableToProceed = "UNABLE_TO_PROCEED";

    private const string CancelledEvent = "CANCELLED";

    /// <param name="zone">Of the market: an offer's prices are those of one local day.</param>
    public static TariffOutcome Of(TariffFacts facts, TimeZoneInfo zone) => facts switch
    {
        { Withdrawn: not null } => AfterWithdrawal(facts.Switch?.State),
        { Refused.Kind: TariffProblemKind.TryLater } => TariffOutcome.Open,
        { Refused: { } refused } => OfRefusal(refused.Kind),
        { Switch: { State: TariffSwitchState.Stopped } stopped } => OfStop(stopped.Code),
        { Switch.State: not TariffSwitchState.AwaitsTerms } => TariffOutcome.Settled,
        { Read: null } => TariffOutcome.Open,
        { Read.IsOnOffered: true } => TariffOutcome.Settled,
        { Declined: true } => TariffOutcome.Declined,
        { Read.Offered: null } => TariffOutcome.NoOffer,
        { Read.Offered: { } offered } when facts.RefusedForGood is { } refused && refused.ProductCode == offered.ProductCode =>
            OfRefusal(refused.Kind),
        { Read.Offered: { } offered } => OfOffer(offered, zone),
    };

    /// <summary>What Kraken has refused for good: agreed to again, it would be refused again.</summary>
    public static bool IsForGood(TariffProblemKind kind) => OfRefusal(kind) != TariffOutcome.Stopped;

    private static TariffOutcome AfterWithdrawal(TariffSwitchState? state) => state switch
    {
        null or TariffSwitchState.Stopped => TariffOutcome.Withdrawn,
        TariffSwitchState.Done => TariffOutcome.SwitchedAnyway,
        _ => TariffOutcome.Withdrawing,
    };

    private static TariffOutcome OfRefusal(TariffProblemKind kind) => kind switch
    {
        TariffProblemKind.NotPossible => TariffOutcome.NotPossible,
        TariffProblemKind.NotAllowed or TariffProblemKind.NotOffered => TariffOutcome.NotFromHere,
        _ => TariffOutcome.Stopped,
    };

    private static TariffOutcome OfStop(string? code) => code switch
    {
        UnableToProceed => TariffOutcome.NotPossible,
        CancelledEvent => TariffOutcome.Cancelled,
        _ => TariffOutcome.Stopped,
    };

    private static TariffOutcome OfOffer(Tariff offered, TimeZoneInfo zone) => TariffCheck.OfOffer(offered, zone) switch
    {
        null => TariffOutcome.Open,
        TariffFault.NoTerms => TariffOutcome.NoTerms,
        TariffFault.Incomplete => TariffOutcome.Incomplete,
        _ => TariffOutcome.WrongPrices,
    };
}
