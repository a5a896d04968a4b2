using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>The day's prices as a picture, and the same in words for those who do not see it.</summary>
internal static class TariffPicture
{
    private const int MinutesOfDay = 24 * 60;

    public static PricePicture Of(Tariff offered, Tariff? now, JourneyTurn turn)
    {
        var known = now is not null && TariffCheck.OfPrices(now, turn.Zone) is null ? now : null;
        var price = offered.Prices.Pieces[0].Price;
        return new(
            turn.Text("tariff.picture.title"),
            turn.Text("tariff.picture.alt", ("offered", Words(offered, turn)), ("now", known is null ? turn.TariffTexts.NotTold : Words(known, turn))),
            Unit(price, turn),
            turn.Locale,
            known is null ? null : Line(turn.Text("tariff.now"), known, turn),
            Line(turn.Text("tariff.offered"), offered, turn));
    }

    private static string Unit(Figure price, JourneyTurn turn) => (price.Currency, price.IsMinor) switch
    {
        ("GBP", true) => turn.Text("tariff.unit.pence"),
        ("GBP", false) => turn.Text("tariff.unit.pounds"),
        ("EUR", true) => turn.Text("tariff.unit.cents"),
        ("EUR", false) => turn.Text("tariff.unit.euros"),
        (var currency, false) => turn.Text("tariff.per.KilowattHour", ("amount", currency)),
        (var currency, true) => turn.Text("tariff.per.KilowattHour", ("amount", $"{currency}/100")),
    };

    private static string Words(Tariff tariff, JourneyTurn turn) =>
        $"{tariff.Name}: {string.Join("; ", PriceWindows.Of(tariff.Prices, turn.Zone).Select(turn.TariffTexts.Window))}";

    private static PriceLine Line(string role, Tariff tariff, JourneyTurn turn) => new(
        $"{role}: {tariff.Name}",
        [.. PriceWindows.Of(tariff.Prices, turn.Zone).SelectMany(window => Steps(window, turn)).OrderBy(step => step.FromMinute)]);

    /// <summary>A window across midnight is drawn in two pieces.</summary>
    private static IEnumerable<PriceStep> Steps(PriceWindow window, JourneyTurn turn)
    {
        var (from, to) = (Minute(window.From), Minute(window.To));
        var label = Cards.FigureText.Amount(window.Price, turn.Culture);
        if (from < to)
        {
            return [new(from, to, window.Price.Amount, label)];
        }

        PriceStep[] pieces = [new(from, MinutesOfDay, window.Price.Amount, label), new(0, to, window.Price.Amount, label)];
        return pieces.Where(piece => piece.FromMinute < piece.ToMinute);
    }

    private static int Minute(TimeOnly time) => (int)time.ToTimeSpan().TotalMinutes;
}
