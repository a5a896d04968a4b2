using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What a month would cost: the customer says how many kWh in which window, and is shown the sum, line by line.</summary>
internal sealed class TariffEstimate(Voice voice, TimeProvider clock, OfferTariff step)
{
    private IReadOnlyList<PriceWindow> Windows => PriceWindows.Of(step.Offered.Prices, voice.Zone);

    private string Most => MonthlyEstimate.MostKilowattHours.ToString("#,0", voice.Culture);

    public Task AskAsync() => voice.ShowAsync("tariff-estimate", voice.Text("tariff.estimate.text"), new JsonObject
    {
        ["text"] = voice.Text("tariff.estimate.text"),
        ["inputs"] = new JsonArray([.. Windows.Select(JsonNode? (window, index) => new JsonObject
        {
            ["id"] = InputOf(index),
            ["label"] = window.IsWholeDay
                ? voice.Text("tariff.estimate.label.whole-day")
                : voice.Text("tariff.estimate.label", ("from", TariffTexts.Clock(window.From)), ("to", TariffTexts.Clock(window.To))),
        })]),
        ["required"] = voice.Text("tariff.estimate.required", ("most", Most)),
        ["most"] = MonthlyEstimate.MostKilowattHours,
        ["submit"] = voice.Text("tariff.estimate.submit"),
    });

    public Task AnswerAsync(Reply reply)
    {
        var used = Windows.Select((_, index) => Number(reply.Inputs, InputOf(index))).ToList();
        if (used.Contains(null))
        {
            return voice.AskAsync("tariff.estimate.wrong", ("most", Most));
        }

        decimal[] kilowattHours = [.. used.Select(number => number!.Value)];
        var lines = Sum(voice.Text("tariff.offered"), MonthlyEstimate.Of(Windows, kilowattHours, step.Offered.StandingCharge));
        // A present tariff with windows of its own would need other figures: they are not guessed.
        if (step.Now is { } now && TariffCheck.OfPrices(now, voice.Zone) is null && PriceWindows.Of(now.Prices, voice.Zone) is [var flat])
        {
            lines = $"{lines}\n\n{Sum(voice.Text("tariff.now"), MonthlyEstimate.Of([flat], [kilowattHours.Sum()], now.StandingCharge))}";
        }

        return voice.AskAsync("tariff.estimate.sum", ("lines", lines), ("days", MonthlyEstimate.Days));
    }

    private string Sum(string title, MonthlyEstimate estimate)
    {
        var currency = estimate.Lines[0].Price.Currency;
        var lines = estimate.Lines.Select(
            line => voice.Text(line.Price.Per == FigurePer.KilowattHour ? "tariff.estimate.line" : "tariff.estimate.line.standing",
            ("count", line.Count.ToString("#,0.##", voice.Culture)), ("price", FigureText.Amount(line.Price, voice.Culture)),
            ("amount", Money(line.Amount, currency))));
        return $"{title}\n{string.Join("\n", lines)}\n{voice.Text("tariff.estimate.total", ("amount", Money(estimate.Total, currency)))}";
    }

    private string Money(decimal amount, string currency) => FigureText.Amount(
        new Figure(Math.Round(amount, 2, MidpointRounding.AwayFromZero), currency, IsMinor: false, FigurePer.Month, null, Computed),
        voice.Culture);

    /// <summary>The sum itself is its origin: it is shown with it.</summary>
    private FigureOrigin Computed => FigureOrigin.ApiField("sum", clock.GetUtcNow());

    private static string InputOf(int index) => string.Create(CultureInfo.InvariantCulture, $"kwh{index}");

    /// <summary>Whatever the browser sends: a number within reason, or nothing.</summary>
    private static decimal? Number(JsonObject? inputs, string name)
    {
        var text = inputs?[name]?.ToString();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= MonthlyEstimate.MostKilowattHours
            ? number
            : null;
    }
}
