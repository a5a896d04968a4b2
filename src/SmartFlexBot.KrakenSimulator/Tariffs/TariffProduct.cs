using System.Text.Json.Serialization;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>
/// A product of the supplier with its one tariff. Amounts are in hundredths of the currency, with VAT. What is null is missing, as bad
/// data has it: the simulator passes on what it is given.
/// </summary>
internal sealed record TariffProduct
{
    public required string Code { get; init; }

    public required string DisplayName { get; init; }

    public required string FullName { get; init; }

    public required string Description { get; init; }

    /// <summary>Two letters. Each market has a product of each kind.</summary>
    public required string Market { get; init; }

    public required ProductKind Kind { get; init; }

    /// <summary>An IANA name; the windows are in its local time.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Such as 0.05.</summary>
    public required decimal VatRate { get; init; }

    public bool IsAvailable { get; init; } = true;

    public required DateTimeOffset AvailableFrom { get; init; }

    /// <summary>Months of a fixed price; null when it may change.</summary>
    public int? TermMonths { get; init; }

    public decimal? StandingCharge { get; init; }

    public required StandingChargePer StandingChargePer { get; init; }

    public decimal? ExitFee { get; init; }

    public required IReadOnlyList<RateWindow> Windows { get; init; }

    /// <summary>The prices are told by the half hour instead of by the window.</summary>
    public bool IsChargedHalfHourly { get; init; }

    public ProductTerms? Terms { get; init; }

    /// <summary>An enrolment goes on when the test charge has worked.</summary>
    public bool WaitsForTestCharge { get; init; }

    /// <summary>Counts the changes: a quote of an earlier one is stale.</summary>
    public int Revision { get; init; }

    [JsonIgnore]
    public bool IsFixed => TermMonths is not null;

    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal enum ProductKind
{
    Standard,
    FixedTerm,
    SmartCar,
    SmartChargePoint,
}

internal enum StandingChargePer
{
    Day,
    Month,
}

/// <summary>A price between two local times of every day.</summary>
/// <param name="To">Exclusive. Not later than <paramref name="From"/>: of the next day, so that equal times are a whole day.</param>
internal sealed record RateWindow(TimeOnly From, TimeOnly To, decimal? Price);

/// <param name="Version">Such as "1.3".</param>
internal sealed record ProductTerms(string Name, string? Version, DateTimeOffset EffectiveFrom);
