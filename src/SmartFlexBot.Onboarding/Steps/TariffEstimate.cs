using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>What a month would cost: the customer says how many kWh in which window, and is shown the sum, line by line.</summary>
internal sealed class TariffEstimate(JourneyTurn turn, Step.OfferTariff step)
{
    private IReadOnlyList<PriceWindow> Windows => PriceWindows.Of(step.Offered.Prices, turn.Zone);

    public Task AskAsync() => turn.ShowAsync("tariff-estimate", turn.Text("tariff.estimate.text"), new JsonObject
    {
        ["text"] = turn.Text("tariff.estimate.text"),
        ["inputs"] = new JsonArray([.. Windows.Select(JsonNode? (window, index) => new JsonObject
        {
            ["id"] = InputOf(index),
            ["label"] = turn.Text("tariff.estimate.input", ("window", turn.TariffTexts.Window(window))),
        })]),
        ["most"] = MonthlyEstimate.MostKilowattHours,
        ["submit"] = turn.Text("tariff.estimate.submit"),
    });

    public Task AnswerAsync(Reply reply)
    {
        var used = Windows.Select((_, index) => Number(reply.Inputs, InputOf(index))).ToList();
        if (used.Contains(null))
        {
            return turn.AskAsync("tariff.estimate.wrong", ("most", MonthlyEstimate.MostKilowattHours.ToString("#,0", turn.Culture)));
        }

        decimal[] kilowattHours = [.. used.Select(number => number!.Value)];
        var lines = Sum(turn.Text("tariff.offered"), MonthlyEstimate.Of(Windows, kilowattHours, step.Offered.StandingCharge));
        // A present tariff with windows of its own would need other figures: they are not guessed.
        if (step.Now is { } now && TariffCheck.OfPrices(now, turn.Zone) is null && PriceWindows.Of(now.Prices, turn.Zone) is [var flat])
        {
            lines = $"{lines}\n\n{Sum(turn.Text("tariff.now"), MonthlyEstimate.Of([flat], [kilowattHours.Sum()], now.StandingCharge))}";
        }

        return turn.AskAsync("tariff.estimate.sum", ("lines", lines), ("days", MonthlyEstimate.Days));
    }

    private string Sum(string title, MonthlyEstimate estimate)
    {
        var currency = estimate.Lines[0].Price.Currency;
        var lines = estimate.Lines.Select(line => turn.Text(line.Price.Per == FigurePer.KilowattHour ? "tariff.estimate.line" : "tariff.estimate.line.standing",
            ("count", line.Count.ToString("#,0.##", turn.Culture)), ("price", FigureText.Amount(line.Price, turn.Culture)), ("amount", Money(line.Amount, currency))));
        return $"{title}\n{string.Join("\n", lines)}\n{turn.Text("tariff.estimate.total", ("amount", Money(estimate.Total, currency)))}";
    }

    private string Money(decimal amount, string currency) => FigureText.Amount(
        new Figure(Math.Round(amount, 2, MidpointRounding.AwayFromZero), currency, IsMinor: false, FigurePer.Month, null, Computed), turn.Culture);

    /// <summary>The sum itself is its origin: it is shown with it.</summary>
    private FigureOrigin Computed => FigureOrigin.ApiField("sum", turn.Now);

    private static string InputOf(int index) => string.Create(CultureInfo.InvariantCulture, $"kwh{index}");

    /// <summary>Whatever the browser sends: a number within reason, or nothing.</summary>
    private static decimal? Number(JsonObject? inputs, string name)
    {
        var text = inputs?[name]?.ToString();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= MonthlyEstimate.MostKilowattHours
            ? number
            : null;
    }
}
