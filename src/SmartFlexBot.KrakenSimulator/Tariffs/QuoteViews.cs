using SmartFlexBot.KrakenSimulator.Endpoint;


namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed record QuoteView(string? QuotedProductId, AssumedTariffView? OfferedProduct, AssumedTariffView CurrentProduct);

/// <param name="product">What is quoted.</param>
/// <param name="day">Whose prices are asked for.</param>
/// <param name="endsOn">The last day of a fixed price that runs already.</param>
/// <param name="baseUri">For the link to the terms.</param>
internal sealed class AssumedTariffView(TariffProduct product, DateOnly day, DateOnly? endsOn, Uri baseUri)
{
    public string ProductCode => product.Code;

    public string DisplayName => product.DisplayName;

    public bool IsFixed => product.IsFixed;

    public string? EndsOn => endsOn?.Write();

    public int? TermMonths => product.TermMonths;

    public string? Currency => product.Currency;

    public bool AmountsInMinorUnit { get; } = true;

    public bool VatIncluded { get; } = true;

    public double? StandingChargePerDay => product.StandingChargePer == StandingChargePer.Day ? (double?)product.StandingCharge : null;

    public double? StandingChargePerMonth => product.StandingChargePer == StandingChargePer.Month ? (double?)product.StandingCharge : null;

    public double? ExitFee => (double?)product.ExitFee;

    public IReadOnlyList<AssumedUnitRateView> UnitRates =>
        [.. Tariffs.UnitRates.Of(product, day).Select(rate => new AssumedUnitRateView(rate.From, rate.To, (double?)rate.Price))];

    public AssumedTermsView? Terms => product.Terms is { } terms
        ? new(terms.Name, terms.Version, Links.Terms(baseUri, product.Code, terms.Version).AbsoluteUri)
        : null;
}

internal sealed record AssumedUnitRateView(DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, double? UnitPrice);

internal sealed record AssumedTermsView(string Name, string? Version, string Url);
