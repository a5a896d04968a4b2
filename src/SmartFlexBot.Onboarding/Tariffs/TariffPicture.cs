using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The day's prices as a picture, and the same in words for those who do not see it.</summary>
internal sealed class TariffPicture(Voice voice)
{
    private const int MinutesOfDay = 24 * 60;

    private readonly TariffTexts _say = new(voice);

    public PricePicture Of(Tariff offered, Tariff? now)
    {
        var known = now is not null && TariffCheck.OfPrices(now, voice.Zone) is null ? now : null;
        var price = offered.Prices.Pieces[0].Price;
        return new(
            voice.Text("tariff.picture.title"),
            voice.Text("tariff.picture.alt", ("offered", Words(offered)), ("now", known is null ? _say.NotTold : Words(known))),
            Unit(price),
            voice.Locale,
            known is null ? null : Line(voice.Text("tariff.now"), known),
            Line(voice.Text("tariff.offered"), offered));
    }

    private string Unit(Figure price) => (price.Currency, price.IsMinor) switch
    {
        ("GBP", true) => voice.Text("tariff.unit.pence"),
        ("GBP", false) => voice.Text("tariff.unit.pounds"),
        ("EUR", true) => voice.Text("tariff.unit.cents"),
        ("EUR", false) => voice.Text("tariff.unit.euros"),
        (var currency, false) => voice.Text("tariff.per.KilowattHour", ("amount", currency)),
        (var currency, true) => voice.Text("tariff.per.KilowattHour", ("amount", $"{currency}/100")),
    };

    private string Words(Tariff tariff) =>
        $"{tariff.Name}: {string.Join("; ", PriceWindows.Of(tariff.Prices, voice.Zone).Select(_say.Window))}";

    private PriceLine Line(string role, Tariff tariff) => new(
        $"{role}: {tariff.Name}",
        [.. PriceWindows.Of(tariff.Prices, voice.Zone).SelectMany(Steps).OrderBy(step => step.FromMinute)]);

    /// <summary>A window across midnight is drawn in two pieces.</summary>
    private IEnumerable<PriceStep> Steps(PriceWindow window)
    {
        var (from, to) = (Minute(window.From), Minute(window.To));
        var label = FigureText.Amount(window.Price, voice.Culture);
        if (from < to)
        {
            return [new(from, to, window.Price.Amount, label)];
        }

        PriceStep[] pieces = [new(from, MinutesOfDay, window.Price.Amount, label), new(0, to, window.Price.Amount, label)];
        return pieces.Where(piece => piece.FromMinute < piece.ToMinute);
    }

    private static int Minute(TimeOnly time) => (int)time.ToTimeSpan().TotalMinutes;
}
