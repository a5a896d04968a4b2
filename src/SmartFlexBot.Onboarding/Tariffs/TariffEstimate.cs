using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// What a month would cost: the customer says how far they drive, or what they pay now, and is shown the sum. Who knows neither is told
/// what a round distance costs.
/// </summary>
internal sealed class TariffEstimate(Voice voice, EstimateWords words, DrivingSettings? driving, OfferTariff step)
{
    private const string Distance = "distance";
    private const string Bill = "bill";

    public static TariffEstimate Of(Turn turn, OfferTariff step)
    {
        var driving = turn.Market.Tariff?.Driving;
        return new(turn.Voice, new EstimateWords(turn.Voice, step, driving), driving, step);
    }

    private string Most => MonthlyEstimate.MostAMonth.ToString("#,0", voice.Culture);

    public Task AskAsync()
    {
        List<(string Id, string Label)> inputs =
            [(Bill, voice.Text("tariff.estimate.bill", ("currency", FigureText.Symbol(step.Offered.Prices.Pieces[0].Price.Currency))))];
        if (driving is not null)
        {
            inputs.Insert(0, (Distance, voice.Text($"tariff.estimate.distance.{driving.Unit}")));
        }

        var text = voice.Text(driving is null ? "tariff.estimate.text.bill" : "tariff.estimate.text");
        return voice.ShowAsync("tariff-estimate", text, new JsonObject
        {
            ["text"] = text,
            ["inputs"] = new JsonArray(
                [.. inputs.Select(JsonNode? (input) => new JsonObject { ["id"] = input.Id, ["label"] = input.Label })]),
            ["range"] = voice.Text("tariff.estimate.range", ("most", Most)),
            ["most"] = MonthlyEstimate.MostAMonth,
            ["submit"] = voice.Text("tariff.estimate.submit"),
            ["unknown"] = voice.Text("tariff.estimate.unknown"),
        });
    }

    public Task AnswerAsync(Reply reply)
    {
        var (distance, bill) = (Read(reply.Inputs, Distance), Read(reply.Inputs, Bill));
        return distance.IsWrong || bill.IsWrong ? AskAgainAsync() : AnswerKnownAsync(new(distance.Number, bill.Number));
    }

    public Task AnswerKnownAsync(KnownFigures known)
    {
        if (known.Distance > MonthlyEstimate.MostAMonth || known.Bill > MonthlyEstimate.MostAMonth)
        {
            return AskAgainAsync();
        }

        string[] parts =
        [
            .. known.Distance is { } driven && driving is not null ? [words.OfDriving(driven)] : Array.Empty<string>(),
            .. known.Bill is { } paid ? [words.OfBill(paid)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? AnswerUnknownAsync() : SayAsync(parts);
    }

    /// <summary>Figures can be typed too: by the month, or by the year.</summary>
    /// <returns>Null when there are none.</returns>
    public KnownFigures? Typed(string text)
    {
        var plain = text.Replace('\u2019', '\'');
        var yearly = Words("words.a-year");
        var distance = driving is null ? null : TypedFigure.Of(plain, Words($"words.distance.{driving.Unit}"), yearly);
        var bill = TypedFigure.Of(plain, Words("words.money"), yearly);
        return (distance ?? bill) is null ? null : new(distance, bill);
    }

    public Task AnswerUnknownAsync() => driving is null
        ? voice.AskAsync("tariff.estimate.none")
        : SayAsync([words.OfRoundDistance()]);

    private Task AskAgainAsync() => voice.AskAsync("tariff.estimate.wrong", ("most", Most));

    private string[] Words(string key) => voice.Text(key).Split('|');

    private Task SayAsync(IEnumerable<string> parts) =>
        voice.AskPlainlyAsync(string.Join("\n\n", [.. parts, voice.Text("tariff.estimate.only")]));

    /// <summary>Whatever the browser sends: nothing, a number within reason, or something wrong.</summary>
    private static (decimal? Number, bool IsWrong) Read(JsonObject? inputs, string name) => inputs?[name]?.ToString() switch
    {
        null or "" => (null, false),
        var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= MonthlyEstimate.MostAMonth => (number, false),
        _ => (null, true),
    };
}

/// <summary>What a customer knows of a month; null where they do not say.</summary>
/// <param name="Distance">In the market's unit.</param>
/// <param name="Bill">In whole units of the currency.</param>
internal sealed record KnownFigures(decimal? Distance, decimal? Bill);
