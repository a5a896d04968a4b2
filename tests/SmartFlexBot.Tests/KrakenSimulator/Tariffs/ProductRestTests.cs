using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class ProductRestTests
{
    private const string Ev = "products/SMART-EV-26-10-01/electricity-tariffs/E-1R-SMART-EV-26-10-01-A";
    private const string Charger = "products/SMART-CHARGER-26-10-01/electricity-tariffs/E-1R-SMART-CHARGER-26-10-01-A";

    [Fact]
    public async Task A_product_has_a_tariff_per_region_with_its_charges()
    {
        await using var host = await SimulatorHost.StartAsync();
        var product = await ReadAsync(host, "products/FIXED-12M-26-02-01/");
        product.GetProperty("code").GetString().ShouldBe("FIXED-12M-26-02-01");
        product.GetProperty("is_variable").GetBoolean().ShouldBeFalse();
        product.GetProperty("term").GetInt32().ShouldBe(12);
        var tariff = product.GetProperty("single_register_electricity_tariffs").GetProperty("_B").GetProperty("direct_debit_monthly");
        tariff.GetProperty("code").GetString().ShouldBe("E-1R-FIXED-12M-26-02-01-B");
        tariff.GetProperty("standing_charge_inc_vat").GetDecimal().ShouldBe(53.80m);
        tariff.GetProperty("exit_fees_inc_vat").GetDecimal().ShouldBe(7500m);
    }

    [Fact]
    public async Task A_flat_price_is_one_rate_without_an_end()
    {
        await using var host = await SimulatorHost.StartAsync();
        foreach (var (kind, value) in new[] { ("standard-unit-rates", 27.03m), ("standing-charges", 53.80m) })
        {
            var page = await ReadAsync(host, $"products/STANDARD-VAR-25-01-01/electricity-tariffs/E-1R-STANDARD-VAR-25-01-01-A/{kind}/");
            var rate = page.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
            rate.GetProperty("value_inc_vat").GetDecimal().ShouldBe(value);
            rate.GetProperty("value_exc_vat").GetDecimal().ShouldBe(value / 1.05m, 0.0001m);
            rate.GetProperty("valid_to").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Theory]
    // The clocks go forward at 01:00 UTC: the night window begins in winter time and ends in summer time.
    [InlineData("2026-03-29", "2026-03-29T00:00Z", "2026-03-29T23:00Z", "2026-03-28T23:30Z", "2026-03-29T04:30Z")]
    // They go back at 01:00 UTC.
    [InlineData("2026-10-25", "2026-10-24T23:00Z", "2026-10-26T00:00Z", "2026-10-24T22:30Z", "2026-10-25T05:30Z")]
    public async Task The_night_window_keeps_its_local_times_when_the_clocks_change(
        string day, string from, string to, string cheapFrom, string cheapTo)
    {
        await using var host = await SimulatorHost.StartAsync();
        var rates = Rates(await ReadAsync(host, $"{Ev}/standard-unit-rates/?period_from={from}&period_to={to}"));
        rates.Count.ShouldBe(3, day);
        rates[0].ShouldBe((Moment(cheapFrom), Moment(cheapTo), 7.00m));
        rates[1].Price.ShouldBe(28.64m);
        rates[2].Price.ShouldBe(7.00m);
        rates.Zip(rates.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
    }

    [Theory]
    [InlineData("2026-03-29T00:00Z", "2026-03-29T23:00Z", 46)]
    [InlineData("2026-10-24T23:00Z", "2026-10-26T00:00Z", 50)]
    [InlineData("2026-11-23T00:00Z", "2026-11-24T00:00Z", 48)]
    public async Task A_day_by_the_half_hour_has_as_many_as_it_has_hours(string from, string to, int count)
    {
        await using var host = await SimulatorHost.StartAsync();
        var rates = Rates(await ReadAsync(host, $"{Charger}/standard-unit-rates/?period_from={from}&period_to={to}"));
        rates.Count.ShouldBe(count);
        rates.ShouldAllBe(rate => rate.To - rate.From == TimeSpan.FromMinutes(30));
        // From 00:30 to 05:30 the clock loses or gains an hour at 01:00.
        rates.Count(rate => rate.Price == 7.00m).ShouldBe(count - 38);
    }

    [Fact]
    public async Task Rates_come_newest_first_and_in_pages_that_lead_to_each_other()
    {
        await using var host = await SimulatorHost.StartAsync();
        var first = await ReadAsync(host, $"{Charger}/standard-unit-rates/?period_from=2026-11-20T00:00Z&period_to=2026-11-23T00:00Z");
        first.GetProperty("count").GetInt32().ShouldBe(144);
        first.GetProperty("results").GetArrayLength().ShouldBe(100);
        first.GetProperty("previous").ValueKind.ShouldBe(JsonValueKind.Null);
        var second =
            await host.Client.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString(), TestContext.Current.CancellationToken);
        second.GetProperty("results").GetArrayLength().ShouldBe(44);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        second.GetProperty("previous").GetString().ShouldNotBeNull();
        var starts = first.GetProperty("results").EnumerateArray().Concat(second.GetProperty("results").EnumerateArray())
            .Select(rate => rate.GetProperty("valid_from").GetDateTimeOffset()).ToList();
        starts.ShouldBe(starts.OrderDescending());
        starts.Distinct().Count().ShouldBe(144);
        (await StatusAsync(host, $"{Charger}/standard-unit-rates/?page=99"))
            .ShouldBe((HttpStatusCode.NotFound, """{"detail":"Invalid page."}"""));
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_and_a_bad_moment_a_400()
    {
        await using var host = await SimulatorHost.StartAsync();
        foreach (var path in new[]
        {
            "products/NOTHING/", "products/NOTHING/electricity-tariffs/E-1R-NOTHING-A/standard-unit-rates/",
            "products/SMART-EV-26-10-01/electricity-tariffs/E-1R-STANDARD-VAR-25-01-01-A/standing-charges/",
        })
        {
            (await StatusAsync(host, path)).ShouldBe((HttpStatusCode.NotFound, """{"detail":"Not found."}"""), path);
        }

        (await StatusAsync(host, $"{Ev}/standard-unit-rates/?period_from=yesterday")).ShouldBe(
            (HttpStatusCode.BadRequest, """{"period_from":["Enter a valid date/time."]}"""));
    }

    internal static async Task<JsonElement> ReadAsync(SimulatorHost host, string path) =>
        await host.Client.GetFromJsonAsync<JsonElement>($"/simulator/v1/{path}", TestContext.Current.CancellationToken);

    private static async Task<(HttpStatusCode, string)> StatusAsync(SimulatorHost host, string path)
    {
        using var answer = await host.Client.GetAsync($"/simulator/v1/{path}", TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>In order of time.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset To, decimal Price)> Rates(JsonElement page) =>
        [.. page.GetProperty("results").EnumerateArray()
        .Select(rate => (
            rate.GetProperty("valid_from").GetDateTimeOffset(),
            rate.GetProperty("valid_to").GetDateTimeOffset(),
            rate.GetProperty("value_inc_vat").GetDecimal()))
        .OrderBy(rate => rate.Item1)];

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
