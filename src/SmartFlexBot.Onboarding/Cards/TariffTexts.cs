using System.Globalization;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>Tariffs in a customer's language: windows, prices, dates, and what is missing said to be missing.</summary>
/// <param name="text">The texts of that language by key.</param>
internal sealed class TariffTexts(Func<string, (string Name, object? Value)[], string> text, CultureInfo culture, TimeZoneInfo zone)
{
    public string NotTold => text("tariff.not-told", []);

    public string Money(Figure figure) => text($"tariff.per.{figure.Per}", [("amount", FigureText.Amount(figure, culture))]);

    public string MoneyOrMissing(Figure? figure) => figure is null ? NotTold : Money(figure);

    /// <summary>One line for each window; one line for a flat price.</summary>
    public string Windows(IReadOnlyList<PriceWindow> windows) => string.Join("\n", windows.Select(Window));

    public string Window(PriceWindow window) => window.IsWholeDay
        ? text("tariff.window.whole-day", [("price", Money(window.Price))])
        : text("tariff.window", [("from", Clock(window.From)), ("to", Clock(window.To)), ("price", Money(window.Price))]);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Day(DateOnly? day) => day is { } known ? known.ToString(text("format.day", []), culture) : NotTold;

    public string ExitFee(Tariff tariff) => tariff.ExitFee switch
    {
        null => NotTold,
        { Amount: 0 } => text("tariff.exit-fee.none", []),
        var fee => Money(fee),
    };

    public string PriceType(Tariff tariff) => tariff switch
    {
        { IsFixed: true, EndsOn: { } end } => text("tariff.fixed.until", [("date", Day(end))]),
        { IsFixed: true, TermMonths: { } months } => text("tariff.fixed.months", [("months", months)]),
        { IsFixed: true } => text("tariff.fixed", []),
        { IsFixed: false } => text("tariff.variable", []),
        _ => NotTold,
    };

    public string Vat(Tariff tariff)
    {
        bool?[] said = [.. Figures(tariff).Select(figure => figure.VatIncluded).Distinct()];
        return said switch
        {
            [true] => text("tariff.vat.included", []),
            [false] => text("tariff.vat.excluded", []),
            _ => NotTold,
        };
    }

    public string Origin(FigureOrigin origin) => origin switch
    {
        { Kind: OriginKind.ApiField } => text("tariff.origin.api", [("field", origin.Name), ("at", Moment(origin.At))]),
        { IsExample: true } => text("tariff.origin.example", []),
        _ => text("tariff.origin.rule", [("source", origin.Name), ("date", Day(DateOnly.FromDateTime(origin.At.UtcDateTime)))]),
    };

    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString($"{text("format.day", [])}, HH:mm", culture);

    private static IEnumerable<Figure> Figures(Tariff tariff) => tariff.Prices.Pieces.Select(piece => piece.Price).Append(tariff.StandingCharge).OfType<Figure>();
}
