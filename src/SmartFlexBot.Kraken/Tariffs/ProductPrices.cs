using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// The figures of a product from the public REST. It names no currency: amounts are pence, with VAT (GB REST documentation).
/// </summary>
internal sealed class ProductPrices(ProductsApi products, MarketDays days)
{
    private const string DirectDebit = "DIRECT_DEBIT";

    /// <param name="tariffCode">Null: the one of the region.</param>
    public async Task<ProductFigures> ReadAsync(
        string code, string? tariffCode, char? region, DateOnly day, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var product = await products.ProductAsync(code, cancellationToken);
        var tariff = Choose(product, tariffCode, region);
        var (start, end) = (days.StartOf(day), days.StartOf(day.AddDays(1)));
        var (rates, charges) = (tariffCode ?? tariff?.Code) is { } priced
            ? (await products.UnitRatesAsync(code, priced, start, end, cancellationToken),
               await products.StandingChargesAsync(code, priced, start, end, cancellationToken))
            : ([], []);
        return new(
            product,
            tariffCode ?? tariff?.Code,
            PriceRows.OfDay(
                day,
                days,
                Preferred(rates).Select(rate => new PriceRow(rate.ValidFrom, rate.ValidTo, rate.ValueIncVat)),
                amount => Pence(amount, FigurePer.KilowattHour, "standard-unit-rates.value_inc_vat", readAt)),
            Charge(charges, start) is { } charge ? Pence(charge, FigurePer.Day, "standing-charges.value_inc_vat", readAt) : null,
            // exit_fees_type has no published list; a share of something would be no sum of money.
            tariff is { ExitFeesIncVat: { } fee } && tariff.ExitFeesType?.Contains("PERCENT", StringComparison.Ordinal) is not true
                ? Pence(fee, FigurePer.Once, "products.exit_fees_inc_vat", readAt)
                : null);
    }

    /// <summary>What the agreement itself tells of the standing charge: pence a day with VAT (schema).</summary>
    public static Figure? OfAgreement(decimal? charge, DateTimeOffset readAt) =>
        charge is { } amount ? Pence(amount, FigurePer.Day, "agreements.tariff.standingCharge", readAt) : null;

    private static Figure Pence(decimal amount, FigurePer per, string field, DateTimeOffset readAt) =>
        new(amount, "GBP", IsMinor: true, per, VatIncluded: true, FigureOrigin.ApiField(field, readAt));

    private static ProductTariffData? Choose(ProductData? product, string? tariffCode, char? region)
    {
        var regions = product?.SingleRegisterElectricityTariffs;
        if (regions is null)
        {
            return null;
        }

        if (tariffCode is not null
            && regions.Values.SelectMany(ways => ways?.Values ?? []).FirstOrDefault(tariff => tariff?.Code == tariffCode) is { } named)
        {
            return named;
        }

        return region is { } letter && regions.TryGetValue($"_{letter}", out var ways) && ways is not null
            ? ways.GetValueOrDefault("direct_debit_monthly") ?? ways.Values.FirstOrDefault()
            : null;
    }

    /// <summary>Prices by direct debit, or for every way of paying, where there are such.</summary>
    private static IReadOnlyList<RateData> Preferred(IReadOnlyList<RateData> rates)
    {
        var preferred = rates.Where(rate => rate.PaymentMethod is null or DirectDebit).ToList();
        return preferred.Count > 0 ? preferred : rates;
    }

    /// <summary>The charge that holds when the day begins.</summary>
    private static decimal? Charge(IReadOnlyList<RateData> charges, DateTimeOffset start) => Preferred(charges)
        .Where(charge => charge.ValidFrom is null || MarketDays.Moment(charge.ValidFrom) <= start)
        .FirstOrDefault(charge => charge.ValidTo is null || MarketDays.Moment(charge.ValidTo) > start)
        ?.ValueIncVat;
}

/// <summary>What the REST tells of one product for one day.</summary>
/// <param name="Product">Null when the REST does not list it.</param>
internal sealed record ProductFigures(ProductData? Product, string? TariffCode, DayPrices Prices, Figure? StandingCharge, Figure? ExitFee);
