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

    /// <summary>A stopped switch after which the customer tries again: it is old news.</summary>
    public string? RetriedAfter { get; init; }
}

/// <summary>A customer's agreement to a tariff, as it is kept.</summary>
/// <param name="Fingerprint">Of what was shown.</param>
/// <param name="TermsVersion">Of the terms that were linked.</param>
/// <param name="Words">What the customer typed, or the caption of the button.</param>
public sealed record TariffAgreement(string Fingerprint, string ProductCode, string TermsVersion, string Words, DateTimeOffset At);

public sealed record TariffRefusal(TariffProblemKind Kind, string? Code);
