using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Estimates in a customer's words: what was reckoned with, and the sums of the new tariff and of the present one.</summary>
/// <param name="driving">Null where the market does not tell what cars use: then distances are not asked for.</param>
internal sealed class EstimateWords(Voice voice, OfferTariff step, DrivingSettings? driving)
{
    /// <summary>What is shown to who knows no distance of their own.</summary>
    private const decimal RoundDistance = 100;

    private readonly Tariff? _now = TariffCheck.Usable(step.Now, voice.Zone);

    private string Currency => step.Offered.Prices.Pieces[0].Price.Currency;

    public string OfDriving(decimal distance) => OfDriving($"tariff.estimate.driving.{driving!.Unit}", distance);

    public string OfRoundDistance() => OfDriving($"tariff.estimate.example.{driving!.Unit}", RoundDistance);

    public string OfBill(decimal bill)
    {
        var offered = _now is null ? null : MonthlyEstimate.OfBill(
            bill, Windows(_now), _now.StandingCharge, Windows(step.Offered), step.Offered.StandingCharge);
        return offered is null
            ? voice.Text("tariff.estimate.bill.unknown")
            : voice.Text("tariff.estimate.bill.sum", ("bill", Money(bill)), ("kwh", Whole(offered.KilowattHours)),
                ("days", MonthlyEstimate.Days), ("lines", Line("tariff.offered", offered)));
    }

    private string OfDriving(string key, decimal distance)
    {
        var rule = driving!.KilowattHoursPerHundred;
        MonthlyEstimate Sum(Tariff tariff) => MonthlyEstimate.OfDriving(distance, rule.Number, Windows(tariff));
        var offered = Sum(step.Offered);
        string[] lines =
        [
            Line("tariff.offered", offered), .. _now is null ? Array.Empty<string>() : [Line("tariff.now", Sum(_now))],
        ];
        return voice.Text(key, ("distance", Whole(distance)), ("kwh", Whole(offered.KilowattHours)), ("lines", string.Join("\n", lines)),
            ("used", rule.Number), ("origin", new TariffTexts(voice).Origin(rule.Origin)));
    }

    private string Line(string label, MonthlyEstimate sum)
    {
        var (least, most) = (Money(sum.Least), Money(sum.Most));
        return least == most
            ? voice.Text("tariff.estimate.line", ("label", voice.Text(label)), ("amount", least))
            : voice.Text("tariff.estimate.line.range", ("label", voice.Text(label)), ("least", least), ("most", most));
    }

    private IReadOnlyList<PriceWindow> Windows(Tariff tariff) => PriceWindows.Of(tariff.Prices, voice.Zone);

    private string Whole(decimal number) => number.ToString("#,0", voice.Culture);

    private string Money(decimal amount) =>
        FigureText.Money(Math.Round(amount, 2, MidpointRounding.AwayFromZero), Currency, voice.Culture);
}
