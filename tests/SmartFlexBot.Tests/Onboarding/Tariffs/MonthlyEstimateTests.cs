using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class MonthlyEstimateTests
{
    private static readonly IReadOnlyList<PriceWindow> Windows = PriceWindows.Of(Smart.Prices, London);
    private static readonly IReadOnlyList<PriceWindow> One = PriceWindows.Of(Flat.Prices, London);

    [Fact]
    public void Driving_costs_from_all_in_the_cheapest_hours_to_all_in_the_dearest() =>
        // 1,000 × 28 / 100 = 280 kWh, at £0.07 and at £0.2864.
        MonthlyEstimate.OfDriving(1_000, 28, Windows).ShouldBe(new(280, 19.60m, 80.192m));

    [Fact]
    public void One_price_for_the_whole_day_is_one_sum() =>
        MonthlyEstimate.OfDriving(100, 28, One).ShouldBe(new(28, 7.5684m, 7.5684m));

    [Fact]
    public void A_bill_less_its_standing_charge_tells_what_was_used() =>
        // 97.23 − 30 × 0.538 = 81.09, at 0.2703: 300 kWh; × 0.07 and × 0.2864, and 30 × 0.551.
        MonthlyEstimate.OfBill(97.23m, One, Flat.StandingCharge, Windows, Smart.StandingCharge)
            .ShouldBe(new MonthlyEstimate(300, 37.53m, 102.45m));

    [Theory]
    [InlineData(FigurePer.Month, true, "100.538")]
    [InlineData(FigurePer.Day, false, "1714")]
    public void A_standing_charge_counts_by_day_or_by_month_in_pence_or_pounds(FigurePer per, bool isMinor, string bill)
    {
        var standing = Pence(53.80m, per) with { IsMinor = isMinor };
        var paid = decimal.Parse(bill, System.Globalization.CultureInfo.InvariantCulture);

        // What is left is £100 for electricity.
        MonthlyEstimate.OfBill(paid, One, standing, One, Pence(0, FigurePer.Day))!.Least.ShouldBe(100m, 0.0001m);
    }

    [Fact]
    public void A_bill_tells_nothing_where_it_cannot()
    {
        MonthlyEstimate.OfBill(100, Windows, Flat.StandingCharge, Windows, Smart.StandingCharge).ShouldBeNull("several prices");
        MonthlyEstimate.OfBill(100, One, nowStanding: null, Windows, Smart.StandingCharge).ShouldBeNull("no standing charge");
        MonthlyEstimate.OfBill(10, One, Flat.StandingCharge, Windows, Smart.StandingCharge).ShouldBeNull("less than the standing charge");
        var free = PriceWindows.Of(Flat.Prices with { Pieces = [Piece("2026-01-01T00:00Z", null, 0)] }, London);
        MonthlyEstimate.OfBill(100, free, Flat.StandingCharge, Windows, Smart.StandingCharge).ShouldBeNull("electricity for nothing");
    }
}
