using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// Takes one home from its tariff to the one that smart charging needs. One implementation per way a market does it; the onboarding
/// wizard never switches a tariff (V2 guide). Called by commands and watches alone, never by a turn: a quote may be a mutation.
/// </summary>
public interface ITariffJourney
{
    /// <summary>
    /// The tariff now, and the one offered with everything to be shown before anyone agrees. Prices are read at this moment.
    /// </summary>
    /// <exception cref="TenantUnavailableException">Kraken could not be read.</exception>
    Task<TariffReading> ReadOfferAsync(TariffScope scope, CancellationToken cancellationToken);

    /// <summary>The switch to this product as Kraken shows it; null when none was begun. Reads only.</summary>
    /// <exception cref="TenantUnavailableException">Kraken could not be read.</exception>
    Task<TariffSwitch?> FindSwitchAsync(TariffScope scope, string productCode, CancellationToken cancellationToken);

    /// <summary>
    /// Begins the switch: <c>startOnboardingProcess</c> in GB, <c>initiateProductSwitch</c> from a quote elsewhere. Throws only when it
    /// is not known whether Kraken took it.
    /// </summary>
    Task<TariffResult> BeginAsync(TariffScope scope, AgreedTariff agreed, CancellationToken cancellationToken);

    /// <summary>
    /// Records the customer's agreement to the terms of a switch that waits for it (<c>acceptTermsAndConditions</c>, GB).
    /// </summary>
    Task<TariffResult> AcceptTermsAsync(TariffScope scope, string switchId, string termsVersion, CancellationToken cancellationToken);
}

/// <param name="DeviceKind">What is connected: some tariffs belong to a car, others to a charge point.</param>
public sealed record TariffScope(string AccountNumber, int PropertyId, DeviceKind DeviceKind);

/// <summary>What the customer has agreed to, as the switch needs it.</summary>
/// <param name="TermsVersion">Such as "1.3", as it was shown.</param>
/// <param name="StartsOn">The local day on which it is to begin; null lets Kraken choose.</param>
/// <param name="QuoteId">quotedProductId; null where a market needs no quote.</param>
/// <param name="AgreesToHalfHourlyReadings">customerAgreesToConsentGranularityChange (GB).</param>
public sealed record AgreedTariff(
    string ProductCode, string TermsVersion, DateOnly? StartsOn, string? QuoteId, bool AgreesToHalfHourlyReadings);

/// <summary>What was read of tariffs at one moment.</summary>
/// <param name="Now">The tariff that the home is on; null when Kraken does not tell.</param>
/// <param name="Offered">Null when there is none for this kind of device, or it is not available.</param>
/// <param name="IsOnOffered">The home is on the offered product already.</param>
public sealed record TariffReading(Tariff? Now, Tariff? Offered, bool IsOnOffered, DateTimeOffset ReadAt);

/// <summary>A switch as it stands.</summary>
/// <param name="Id">The enrolment's id in GB; null where a switch has none.</param>
/// <param name="StartsOn">The local day on which the new tariff begins; null while it is open.</param>
/// <param name="Event">Kraken's own word for where it stands, such as "METER_EXCHANGE_BOOKED"; null when it has none.</param>
/// <param name="Code">Why it was refused or cancelled: Kraken's code or event; null while nothing is wrong.</param>
public sealed record TariffSwitch(
    string? Id, string ProductCode, TariffSwitchState State, DateOnly? StartsOn = null, string? Event = null, string? Code = null);

public enum TariffSwitchState
{
    /// <summary>Begun; the terms are still to be accepted.</summary>
    AwaitsTerms,

    /// <summary>Kraken is at work; it may take days.</summary>
    UnderWay,

    /// <summary>A smart meter, or its half-hourly readings, are missing (METER_EXCHANGE_*, METER_INSTALLED).</summary>
    AwaitsMeter,

    /// <summary>It goes on when the test charge has worked.</summary>
    AwaitsTestCharge,

    /// <summary>The home is on the new tariff.</summary>
    Done,

    /// <summary>Cancelled, failed, or unable to proceed.</summary>
    Stopped,
}

/// <summary>What came of a change.</summary>
public abstract record TariffResult
{
    private TariffResult() { }

    public sealed record Ok(TariffSwitch Switch) : TariffResult;

    public sealed record Refused(TariffProblemKind Kind, string? Code) : TariffResult;
}

/// <summary>What a refusal asks of us (kraken-api, sections 5 and 10).</summary>
public enum TariffProblemKind
{
    /// <summary>Try the same later (7899, 1199).</summary>
    TryLater,

    /// <summary>That day is not possible (1507): read the offer again, with another day.</summary>
    DateNotPossible,

    /// <summary>The quote or the terms are no longer valid (4626): read the offer again and show it again.</summary>
    OfferGone,

    /// <summary>The account, its agreement or its meter point cannot switch (1501, 1509, 4619, 4624, 4627, 4640, 4719, 4924).</summary>
    NotPossible,

    /// <summary>Kraken does not let us do this for the account (1111 after a renewed token, 4323).</summary>
    NotAllowed,

    /// <summary>This tenant does not have the call (1113, unknown field).</summary>
    NotOffered,

    Unknown,
}
