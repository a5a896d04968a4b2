using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

/// <summary>
/// A quote, under the names that a market's quote document gives (left of its colons). Assumed: Kraken's public schemas have no such query.
/// </summary>
internal sealed record QuoteAnswer(QuoteData? Quote);

internal sealed record QuoteData(string? QuotedProductId, QuotedTariffData? Offered, QuotedTariffData? Now);

internal sealed record QuotedTariffData(
    string? ProductCode,
    string? Name,
    bool? IsFixed,
    string? EndsOn,
    int? TermMonths,
    string? Currency,
    bool? AmountsInMinorUnit,
    bool? VatIncluded,
    [property: JsonConverter(typeof(LenientDecimal))] decimal? StandingChargePerDay,
    [property: JsonConverter(typeof(LenientDecimal))] decimal? StandingChargePerMonth,
    [property: JsonConverter(typeof(LenientDecimal))] decimal? ExitFee,
    IReadOnlyList<QuotedRateData?>? UnitRates,
    QuotedTermsData? Terms);

internal sealed record QuotedRateData(string? From, string? To, [property: JsonConverter(typeof(LenientDecimal))] decimal? Price);

internal sealed record QuotedTermsData(string? Name, string? Version, string? Url);
