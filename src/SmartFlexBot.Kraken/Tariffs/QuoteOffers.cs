using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Reads what is offered by a quote. Its shape is assumed (<see cref="QuoteDocument"/>).</summary>
internal sealed class QuoteOffers(TariffReads reads, QuoteDocument quotes, MarketDays days, MarketSettings market)
{
    private readonly TariffSettings _settings = market.Tariff!;

    public async Task<TariffReading> ReadAsync(TariffScope scope, CancellationToken cancellationToken)
    {
        var readAt = days.Now;
        var account = await reads.AccountAsync(scope.AccountNumber, cancellationToken);
        var present = Home.Find(account, scope.PropertyId, readAt)?.Present(readAt);
        if (OfferedProduct.CodeFor(_settings, scope.DeviceKind) is not { } code)
        {
            return new(OfAgreement(present, days.Today), Offered: null, IsOnOffered: false, readAt);
        }

        var first = await FirstDayAsync(present, cancellationToken);
        // A quote needs a day even where Kraken names none for a switch.
        var day = first ?? days.Today.AddDays(1);
        var quote = await reads.QuoteAsync(quotes.Document, Variables(scope, code, day), cancellationToken);
        var offered = quote?.Offered is { ProductCode: { } offeredCode } product
            ? Read(product, offeredCode, day, readAt) with { StartsOn = first, QuoteId = quote.QuotedProductId }
            : null;
        var now = quote?.Now is { ProductCode: { } presentCode } current
            ? Read(current, presentCode, day, readAt)
            : OfAgreement(present, day);
        return new(now, offered, present?.IsOf(code) is true || now?.ProductCode == code, readAt);
    }

    /// <returns>Null when Kraken names no day, or there is no agreement to switch from.</returns>
    public async Task<DateOnly?> FirstDayAsync(Agreement? present, CancellationToken cancellationToken) =>
        present?.Id is { } agreement && await reads.SwitchDatesAsync(agreement, cancellationToken) is [var first, ..] ? first : null;

    private JsonObject Variables(TariffScope scope, string code, DateOnly day)
    {
        var all = new JsonObject
        {
            ["accountNumber"] = scope.AccountNumber,
            ["propertyId"] = scope.PropertyId,
            ["productCode"] = code,
            ["day"] = MarketDays.Text(day),
        };
        foreach (var unused in all.Select(variable => variable.Key).Except(quotes.Variables).ToList())
        {
            all.Remove(unused);
        }

        return all;
    }

    private Tariff Read(QuotedTariffData data, string code, DateOnly day, DateTimeOffset readAt)
    {
        Figure Figure(decimal amount, FigurePer per, string field) => new(
            amount,
            // Without the unit an amount may be wrong a hundredfold: then it has no currency, and is not shown.
            data.AmountsInMinorUnit is null ? "" : data.Currency ?? _settings.Quote?.Currency ?? "",
            data.AmountsInMinorUnit ?? false,
            per,
            data.VatIncluded,
            FigureOrigin.ApiField($"{quotes.Field}.{field}", readAt));

        Figure? standing = data switch
        {
            { StandingChargePerDay: { } amount } => Figure(amount, FigurePer.Day, "standingChargePerDay"),
            { StandingChargePerMonth: { } amount } => Figure(amount, FigurePer.Month, "standingChargePerMonth"),
            _ => null,
        };
        var rows = (data.UnitRates ?? []).OfType<QuotedRateData>().Select(rate => new PriceRow(rate.From, rate.To, rate.Price));
        return new Tariff
        {
            Name = data.Name ?? code,
            ProductCode = code,
            IsFixed = data.IsFixed,
            EndsOn = MarketDays.Day(data.EndsOn),
            TermMonths = data.TermMonths,
            Prices = PriceRows.OfDay(day, days, rows, amount => Figure(amount, FigurePer.KilowattHour, "unitRates.price")),
            StandingCharge = standing,
            ExitFee = data.ExitFee is { } fee ? Figure(fee, FigurePer.Once, "exitFee") : null,
            Terms = data.Terms is { } terms ? new(terms.Name ?? data.Name ?? code, terms.Version, Links.Read(terms.Url)) : null,
        };
    }

    /// <summary>Where the quote does not tell the present tariff: its name, without figures.</summary>
    private static Tariff? OfAgreement(Agreement? present, DateOnly day) => present?.Tariff is { ProductCode: { } code } tariff
        ? new()
        {
            Name = tariff.DisplayName ?? tariff.FullName ?? code,
            ProductCode = code,
            TariffCode = tariff.TariffCode,
            Prices = new(day, []),
        }
        : null;
}
