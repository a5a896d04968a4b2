using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>What is known of the tariff side of a journey.</summary>
public sealed record TariffFacts
{
    /// <summary>What was read last; null before, and when it has to be read again.</summary>
    public TariffReading? Read { get; init; }

    /// <summary>What the customer has agreed to; null before, and again when the price or the terms have changed since.</summary>
    public TariffAgreement? Agreed { get; init; }

    /// <summary>The customer does not want the tariff.</summary>
    public bool Declined { get; init; }

    /// <summary>The switch as it was last seen; null before it is begun.</summary>
    public TariffSwitch? Switch { get; init; }

    /// <summary>What Kraken refused last, until something else is tried.</summary>
    public TariffRefusal? Refused { get; init; }

    /// <summary>What Kraken refused for good before: that product is not offered again, only looked for.</summary>
    public TariffRefusal? RefusedForGood { get; init; }

    /// <summary>A stopped switch after which the customer tries again: it is old news.</summary>
    public string? RetriedAfter { get; init; }

    /// <summary>What the customer has withdrawn from; null while they have not, and again when they look at the offer anew.</summary>
    public TariffWithdrawal? Withdrawn { get; init; }

    /// <summary>A contract that was made here, and from which one can withdraw.</summary>
    public bool HasContract => this is
    { Agreed: not null, Read.Offered: not null, Withdrawn: null, Switch.State: not TariffSwitchState.Stopped };

    /// <summary>A switch was begun and has neither ended nor stopped.</summary>
    public bool IsSwitching => Switch is { State: not (TariffSwitchState.Done or TariffSwitchState.Stopped) };
}

/// <summary>A customer's agreement to a tariff, as it is kept.</summary>
/// <param name="Fingerprint">Of what was shown.</param>
/// <param name="TermsVersion">Of the terms that were linked.</param>
/// <param name="Words">What the customer typed, or the caption of the button.</param>
public sealed record TariffAgreement(string Fingerprint, string ProductCode, string TermsVersion, string Words, DateTimeOffset At);

/// <summary>A withdrawal from a contract, as it is kept.</summary>
/// <param name="Words">What the customer typed, or the caption of the button.</param>
public sealed record TariffWithdrawal(string ProductCode, string Words, DateTimeOffset At);

/// <param name="ProductCode">What was refused; null when it was not a switch.</param>
public sealed record TariffRefusal(TariffProblemKind Kind, string? Code, string? ProductCode = null);
