using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What is wrong with a tariff's data. It is said in one sentence, nothing of it is shown, and a person is offered.</summary>
public enum TariffFault
{
    NoPrice,
    NegativePrice,
    HugePrice,
    NoCurrency,
    PriceGap,
    PriceOverlap,
    NoTerms,

    /// <summary>Value added tax, the standing charge or the exit fee is not told, or the prices are without the tax.</summary>
    Incomplete,
}

/// <summary>Whether a tariff may be shown. Pure: data that cannot be right is never put before a customer, and never repaired.</summary>
public static class TariffCheck
{
    /// <summary>
    /// More than this per kWh, in whole units of the currency, is a mistake in the data (the dearest household prices are a tenth of it).
    /// </summary>
    private const decimal DearestKilowattHour = 10;

    /// <summary>The same for standing charges a day and a month, and for exit fees.</summary>
    private const decimal DearestOther = 5_000;

    /// <summary>An offer: its prices, all of them and with value added tax, and its terms.</summary>
    public static TariffFault? OfOffer(Tariff tariff, TimeZoneInfo zone) => OfPrices(tariff, zone) ?? tariff switch
    {
        { Terms: not { Version: { Length: > 0 }, Url: not null } } => TariffFault.NoTerms,
        { StandingCharge: null } or { ExitFee: null } => TariffFault.Incomplete,
        _ when Recurring(tariff).Any(figure => figure.VatIncluded != true) => TariffFault.Incomplete,
        _ => null,
    };

    /// <summary>The tariff that the home is on: what its data says wrongly is as good as not said.</summary>
    public static Tariff? Usable(Tariff? now, TimeZoneInfo zone) => now is not null && OfPrices(now, zone) is null ? now : null;

    /// <summary>The prices alone, for the tariff that the home is on.</summary>
    public static TariffFault? OfPrices(Tariff tariff, TimeZoneInfo zone)
    {
        var figures = tariff.Prices.Pieces.Select(piece => piece.Price).Append(tariff.StandingCharge).Append(tariff.ExitFee)
            .OfType<Figure>().ToList();
        if (figures.Select(OfFigure).FirstOrDefault(fault => fault is not null) is { } wrong)
        {
            return wrong;
        }

        var pieces = PriceWindows.WithinDay(tariff.Prices, zone).ToList();
        if (pieces.Count == 0)
        {
            return TariffFault.NoPrice;
        }

        if (pieces.Zip(pieces.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
        {
            return TariffFault.PriceOverlap;
        }

        var (start, end) = LocalDay.Of(tariff.Prices.Day, zone);
        var isGapless = pieces[0].From == start && pieces[^1].To == end
            && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.To == pair.Second.From);
        return isGapless ? null : TariffFault.PriceGap;
    }

    /// <summary>What is paid again and again; an exit fee carries no value added tax everywhere.</summary>
    private static IEnumerable<Figure> Recurring(Tariff tariff) =>
        tariff.Prices.Pieces.Select(piece => piece.Price).Append(tariff.StandingCharge).OfType<Figure>();

    private static TariffFault? OfFigure(Figure figure) => figure switch
    {
        { Currency.Length: not 3 } => TariffFault.NoCurrency,
        { Amount: < 0 } => TariffFault.NegativePrice,
        _ when Whole(figure) > (figure.Per == FigurePer.KilowattHour ? DearestKilowattHour : DearestOther) => TariffFault.HugePrice,
        _ => null,
    };

    private static decimal Whole(Figure figure) => figure.IsMinor ? figure.Amount / 100 : figure.Amount;
}
