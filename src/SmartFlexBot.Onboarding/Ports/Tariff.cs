namespace SmartFlexBot.Onboarding.Ports;

/// <summary>A tariff as it was read, nothing judged: whether it may be shown is decided elsewhere.</summary>
public sealed record Tariff
{
    /// <summary>As customers know it.</summary>
    public required string Name { get; init; }

    public required string ProductCode { get; init; }

    /// <summary>With its region; null when not told.</summary>
    public string? TariffCode { get; init; }

    /// <summary>True: the price is fixed. False: it may change. Null when not told.</summary>
    public bool? IsFixed { get; init; }

    /// <summary>The last local day of a fixed price or contract; null when open or not told.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Length of the contract in months; null when not told.</summary>
    public int? TermMonths { get; init; }

    /// <summary>The prices of one local day, in whatever pieces the API has them.</summary>
    public required DayPrices Prices { get; init; }

    /// <summary>Null when not told.</summary>
    public Figure? StandingCharge { get; init; }

    /// <summary>Zero: leaving costs nothing. Null when not told.</summary>
    public Figure? ExitFee { get; init; }

    /// <summary>Null when not told; an offer without terms and their version cannot be agreed to.</summary>
    public TariffTerms? Terms { get; init; }

    /// <summary>The first local day, for an offer; null when not told.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>quotedProductId; null where a market needs no quote.</summary>
    public string? QuoteId { get; init; }
}

/// <param name="Version">Such as "1.3".</param>
/// <param name="Url">The whole text; null when not told.</param>
public sealed record TariffTerms(string Name, string? Version, Uri? Url);

/// <summary>The unit prices of one local day of the market's time zone: 23, 24 or 25 hours.</summary>
/// <param name="Pieces">As the API has them, clipped to the day or not; a flat price is one piece without an end.</param>
public sealed record DayPrices(DateOnly Day, IReadOnlyList<PricePiece> Pieces);

/// <param name="To">Exclusive; null when the price is valid until further notice.</param>
public sealed record PricePiece(DateTimeOffset From, DateTimeOffset? To, Figure Price);
