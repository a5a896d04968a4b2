using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class PriceWindowsTests
{
    [Fact]
    public void A_window_across_midnight_is_one_window() =>
        Shown(Smart.Prices, London).ShouldBe(["05:30-23:30 28.64", "23:30-05:30 7.00"]);

    [Fact]
    public void A_flat_price_without_an_end_is_the_whole_day()
    {
        var window = PriceWindows.Of(Flat.Prices, London).ShouldHaveSingleItem();
        window.IsWholeDay.ShouldBeTrue();
        window.Price.Amount.ShouldBe(27.03m);
    }

    [Fact]
    public void Half_hours_of_the_same_price_are_one_window()
    {
        var start = At("2026-11-23T00:00Z");
        PricePiece[] halves = [.. Enumerable.Range(0, 48).Select(half => new PricePiece(
            start.AddMinutes(30 * half), start.AddMinutes(30 * (half + 1)), Pence(half is >= 2 and < 10 ? 7m : 28m)))];
        Shown(new(Today, halves), London).ShouldBe(["01:00-05:00 7", "05:00-01:00 28"]);
    }

    [Fact]
    public void The_same_number_in_another_currency_or_unit_is_another_price()
    {
        PricePiece[] pieces =
        [
            Piece("2026-11-23T00:00Z", "2026-11-23T08:00Z", 7),
            Piece("2026-11-23T08:00Z", "2026-11-23T16:00Z", 7) with { Price = Pence(7) with { Currency = "EUR" } },
            Piece("2026-11-23T16:00Z", null, 7) with { Price = Pence(7) with { IsMinor = false } },
        ];

        PriceWindows.Of(new(Today, pieces), London).Count.ShouldBe(3);
    }

    [Theory]
    // The clocks go forward: the night has 5 hours.
    [InlineData("2026-03-29", "2026-03-28T23:30Z", "2026-03-29T04:30Z", "2026-03-29T22:30Z")]
    [InlineData("2026-10-25", "2026-10-24T22:30Z", "2026-10-25T05:30Z", "2026-10-25T23:30Z")] // and back: it has 7
    public void On_the_nights_the_clocks_change_the_clock_times_stay_the_same(string day, string from, string to, string evening)
    {
        PricePiece[] pieces = [Piece(from, to, 7), Piece(to, evening, 28.64m), Piece(evening, null, 7)];
        Shown(new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), pieces), London)
            .ShouldBe(["05:30-23:30 28.64", "23:30-05:30 7"]);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-23", 24)]
    public void A_local_day_has_as_many_hours_as_the_clock_on_the_wall_says(string day, int hours)
    {
        foreach (var zone in new[] { London, Berlin })
        {
            var (start, end) = LocalDay.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), zone);
            (end - start).ShouldBe(TimeSpan.FromHours(hours));
        }
    }

    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24")] // there the clocks go forward at midnight: 00:00 does not exist
    [InlineData("America/Havana", "2026-11-01")] // and here they go back to midnight: it exists twice
    public void A_day_whose_midnight_is_missing_or_double_follows_the_day_before_without_a_gap(string zoneId, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        LocalDay.Of(date.AddDays(-1), zone).End.ShouldBe(LocalDay.Of(date, zone).Start);
        LocalDay.At(LocalDay.Of(date, zone).Start, zone).ShouldBe(date);
        LocalDay.At(LocalDay.Of(date, zone).Start.AddTicks(-1), zone).ShouldBe(date.AddDays(-1));
    }

    [Fact]
    public void The_same_pieces_read_in_another_time_zone_are_an_hour_later_there_and_cut_to_its_day() =>
        Shown(Smart.Prices, Berlin).ShouldBe(["00:30-06:30 7.00", "06:30-00:00 28.64"]);

    private static string[] Shown(DayPrices prices, TimeZoneInfo zone) =>
        [.. PriceWindows.Of(prices, zone).Select(window => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{window.From:HH:mm}-{window.To:HH:mm} {window.Price.Amount}"))];
}
