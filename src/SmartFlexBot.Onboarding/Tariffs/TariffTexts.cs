using System.Globalization;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Tariffs in a customer's language: windows, prices, dates, and what is missing said to be missing.</summary>
internal sealed class TariffTexts(Voice voice)
{
    public string NotTold => voice.Text("tariff.not-told");

    public string Money(Figure figure) => voice.Text($"tariff.per.{figure.Per}", ("amount", FigureText.Amount(figure, voice.Culture)));

    public string MoneyOrMissing(Figure? figure) => figure is null ? NotTold : Money(figure);

    /// <summary>One line for each window; one line for a flat price.</summary>
    public string Windows(IReadOnlyList<PriceWindow> windows) => string.Join("\n", windows.Select(Window));

    public string Window(PriceWindow window) => window.IsWholeDay
        ? voice.Text("tariff.window.whole-day", ("price", Money(window.Price)))
        : voice.Text("tariff.window", ("from", Clock(window.From)), ("to", Clock(window.To)), ("price", Money(window.Price)));

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Day(DateOnly? day) => day is { } known ? voice.Day(known) : NotTold;

    public string ExitFee(Tariff tariff) => tariff.ExitFee switch
    {
        null => NotTold,
        { Amount: 0 } => voice.Text("tariff.exit-fee.none"),
        var fee => Money(fee),
    };

    public string PriceType(Tariff tariff) => tariff switch
    {
        { IsFixed: true, EndsOn: { } end } => voice.Text("tariff.fixed.until", ("date", Day(end))),
        { IsFixed: true, TermMonths: { } months } => voice.Text("tariff.fixed.months", ("months", months)),
        { IsFixed: true } => voice.Text("tariff.fixed"),
        { IsFixed: false } => voice.Text("tariff.variable"),
        _ => NotTold,
    };

    /// <summary>The present tariff's may be without it, or not tell; an offer's never is (<see cref="TariffCheck"/>).</summary>
    public string Vat(Tariff tariff) => Figures(tariff).All(figure => figure.VatIncluded == true)
        ? voice.Text("tariff.vat.included")
        : NotTold;

    /// <summary>When the contract ends; null when it is open or not told.</summary>
    public string? End(Tariff tariff) => tariff switch
    {
        { EndsOn: { } end } => Day(end),
        { TermMonths: { } months } => voice.Text("tariff.end.months", ("months", months)),
        _ => null,
    };

    /// <summary>As evidence, in the durable copy: with the name of the API's field, which says nothing to a customer.</summary>
    public string Evidence(FigureOrigin origin) => origin.Kind == OriginKind.ApiField
        ? voice.Text("tariff.copy.origin", ("origin", Origin(origin)), ("field", origin.Name))
        : Origin(origin);

    public string Origin(FigureOrigin origin) => origin switch
    {
        { Kind: OriginKind.ApiField } => voice.Text("tariff.origin.api", ("at", voice.Moment(origin.At))),
        { IsExample: true } => voice.Text("tariff.origin.example"),
        _ => voice.Text("tariff.origin.rule", ("source", origin.Name), ("date", Day(DateOnly.FromDateTime(origin.At.UtcDateTime)))),
    };

    private static IEnumerable<Figure> Figures(Tariff tariff) =>
        tariff.Prices.Pieces.Select(piece => piece.Price).Append(tariff.StandingCharge).OfType<Figure>();
}
