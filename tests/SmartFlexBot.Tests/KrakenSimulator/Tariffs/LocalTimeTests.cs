using System.Globalization;
using System.Text.Json;

namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

/// <summary>Windows whose own borders fall into the hour that is skipped, or comes twice.</summary>
public sealed class LocalTimeTests
{
    [Theory]
    // 01:30 does not exist on that day: the window begins when the clocks change.
    [InlineData("SMART-EV-26-10-01", "2026-03-29", "01:30", "05:30", "2026-03-29T01:00Z", "2026-03-29T04:30Z")]
    [InlineData("SMART-EV-DE", "2026-03-29", "02:30", "05:30", "2026-03-29T01:00Z", "2026-03-29T03:30Z")]
    // It comes twice: the window begins with the first.
    [InlineData("SMART-EV-26-10-01", "2026-10-25", "01:30", "05:30", "2026-10-25T00:30Z", "2026-10-25T05:30Z")]
    [InlineData("SMART-EV-DE", "2026-10-25", "02:30", "05:30", "2026-10-25T00:30Z", "2026-10-25T04:30Z")]
    public async Task A_border_in_the_changed_hour_is_one_moment(
        string product, string day, string from, string to, string expectedFrom, string expectedTo)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Patch, $"products/{product}",
            new { windows = new[] { new { from, to, price = 1 }, new { from = to, to = from, price = 2 } } });
        var rates = (await QuoteTests.QuoteAsync(host, product: product, day: day)).At("quote.offeredProduct.unitRates").EnumerateArray()
            .ToList();
        rates.Zip(rates.Skip(1))
            .ShouldAllBe(pair => pair.First.GetProperty("validTo").GetString() == pair.Second.GetProperty("validFrom").GetString());
        var window = rates.Single(rate => rate.GetProperty("unitPrice").GetDecimal() == 1);
        (At(window, "validFrom"), At(window, "validTo")).ShouldBe((Moment(expectedFrom), Moment(expectedTo)));
    }

    private static DateTimeOffset At(JsonElement rate, string name) => rate.GetProperty(name).GetDateTimeOffset();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
