using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class MonthlyEstimateTests
{
    [Fact]
    public void Adds_what_the_customer_uses_in_each_window_and_thirty_days_of_standing_charge()
    {
        var windows = PriceWindows.Of(Smart.Prices, London);

        var estimate = MonthlyEstimate.Of(windows, [100, 200], Smart.StandingCharge);

        // 100 × £0.2864 + 200 × £0.07 + 30 × £0.551
        estimate.Lines.Select(line => line.Amount).ShouldBe([28.64m, 14.00m, 16.53m]);
        estimate.Total.ShouldBe(59.17m);
    }

    [Fact]
    public void A_charge_that_is_not_known_is_not_added() =>
        MonthlyEstimate.Of(PriceWindows.Of(Flat.Prices, London), [100], standingCharge: null).Total.ShouldBe(27.03m);

    [Theory]
    [InlineData(FigurePer.Day, true, "16.14")]
    [InlineData(FigurePer.Month, true, "0.538")]
    [InlineData(FigurePer.Day, false, "1614")]
    public void A_charge_counts_by_day_or_by_month_in_pence_or_pounds(FigurePer per, bool isMinor, string total)
    {
        var standing = Pence(53.80m, per) with { IsMinor = isMinor };

        MonthlyEstimate.Of([], [], standing).Total.ShouldBe(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture));
    }
}
