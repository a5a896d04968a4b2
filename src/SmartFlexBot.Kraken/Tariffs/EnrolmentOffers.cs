using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// Reads what is offered in GB. The offer begins today: Kraken takes today or later, and passes over a day that is past when it makes the
/// agreement. Prices are those of that day, for both tariffs.
/// </summary>
internal sealed class EnrolmentOffers(TariffReads reads, ProductPrices prices, MarketDays days, MarketSettings market)
{
    private readonly TariffSettings _settings = market.Tariff!;

    public async Task<TariffReading> ReadAsync(TariffScope scope, CancellationToken cancellationToken)
    {
        var readAt = days.Now;
        var day = days.Today;
        var account = await reads.AccountAsync(scope.AccountNumber, cancellationToken);
        var present = Home.Find(account, scope.PropertyId, readAt)?.Present(readAt);
        var code = OfferedProduct.CodeFor(_settings, scope.DeviceKind);

        var now = NowAsync(present, day, readAt, cancellationToken);
        var offered = code is null ? Task.FromResult<Tariff?>(null) : OfferedAsync(code, Region(present), day, readAt, cancellationToken);
        await Task.WhenAll(now, offered);
        return new(await now, await offered, code is not null && present?.IsOf(code) is true, readAt);
    }

    /// <summary>The last letter of "E-1R-STANDARD-VAR-25-01-01-A": prices differ from region to region.</summary>
    private static char? Region(Agreement? present) =>
        present?.Tariff?.TariffCode is [.., '-', var letter] && char.IsAsciiLetterUpper(letter) ? letter : null;

    private async Task<Tariff?> NowAsync(Agreement? present, DateOnly day, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        if (present?.Tariff is not { ProductCode: { } code } tariff)
        {
            return null;
        }

        var priced = await prices.ReadAsync(code, tariff.TariffCode, Region(present), day, readAt, cancellationToken);
        return new Tariff
        {
            Name = tariff.DisplayName ?? tariff.FullName ?? priced.Product?.DisplayName ?? code,
            ProductCode = code,
            TariffCode = tariff.TariffCode,
            IsFixed = !priced.Product?.IsVariable,
            // An agreement ends with the first moment that it does not hold.
            EndsOn = present.To is { } to ? days.DayOf(to.AddTicks(-1)) : null,
            TermMonths = priced.Product?.Term,
            Prices = priced.Prices,
            StandingCharge = priced.StandingCharge ?? ProductPrices.OfAgreement(tariff.StandingCharge, readAt),
            ExitFee = priced.ExitFee,
        };
    }

    private async Task<Tariff?> OfferedAsync(
        string code, char? region, DateOnly day, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var answer = await reads.ProductAsync(code, cancellationToken);
        if (answer?.Product is not { } product || !IsAvailable(product))
        {
            return null;
        }

        var priced = await prices.ReadAsync(code, tariffCode: null, region, day, readAt, cancellationToken);
        var name = product.DisplayName ?? product.FullName ?? code;
        return new Tariff
        {
            Name = name,
            ProductCode = code,
            TariffCode = priced.TariffCode,
            IsFixed = product.IsFixed ?? !(product.IsVariable ?? priced.Product?.IsVariable),
            TermMonths = product.Term ?? priced.Product?.Term,
            Prices = priced.Prices,
            StandingCharge = priced.StandingCharge,
            ExitFee = priced.ExitFee,
            Terms = Terms(answer.Terms, name),
            StartsOn = day,
        };
    }

    private bool IsAvailable(EnergyProductData product) =>
        product.IsAvailable is not false
        && !(MarketDays.Moment(product.AvailableFrom) > days.Now)
        && !(MarketDays.Moment(product.AvailableTo) <= days.Now);

    /// <summary>The newest that are in force.</summary>
    private TariffTerms? Terms(IReadOnlyList<TermsData?>? terms, string product)
    {
        var inForce = (terms ?? [])
            .OfType<TermsData>()
            .Where(candidate => !(MarketDays.Moment(candidate.EffectiveFrom) > days.Now))
            .OrderByDescending(candidate => MarketDays.Moment(candidate.EffectiveFrom))
            .FirstOrDefault();
        return inForce is null ? null : new(inForce.Name ?? product, inForce.Version, Links.Read(inForce.PdfUrl));
    }
}
