using System.Globalization;
using CsCheck;
using SkiaSharp;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;

namespace SmartFlexBot.Tests.Web.Tariffs;

public sealed class ChartPartsTests
{
    [Fact]
    public void A_line_is_put_in_order_and_neighbours_of_one_price_become_one()
    {
        var line = ChartLine.Of(new("x", [new(720, 1500, 2, "2p"), new(0, 60, 1, "1p"), new(60, 120, 1, "1p"), new(200, 200, 9, "9p")]));

        line.Steps.ShouldBe([new(0, 120, 1, "1p"), new(720, 1440, 2, "2p")]);
    }

    [Fact]
    public void Each_price_is_written_once_at_its_widest_step() =>
        ChartLine.Of(Pictures.Windows).Labelled().ShouldBe([new(330, 1410, 28.64m, "28.64p"), new(0, 330, 7, "7.00p")]);

    [Fact]
    public void Of_many_prices_the_highest_and_the_lowest_are_written()
    {
        var halfHours = Enumerable.Range(0, 48).Select(half => new PriceStep(half * 30, half * 30 + 30, half, $"{half}p"));
        var line = ChartLine.Of(new("x", [.. halfHours]));

        line.Labelled().Select(step => step.Label).ShouldBe(["47p", "0p"]);
    }

    [Fact]
    public void Zero_and_every_price_lie_on_the_axis_whose_steps_are_few_and_even() =>
        Gen.Decimal[-100_000, 100_000].Array[0, 10].Sample(amounts =>
        {
            var scale = ChartScale.Of(amounts);
            var ticks = scale.Ticks.ToList();

            amounts.Append(0).ShouldAllBe(amount => scale.ShareOf((double)amount) >= -1e-9 && scale.ShareOf((double)amount) <= 1 + 1e-9);
            ticks.Count.ShouldBeInRange(2, 9);
            ticks.ShouldContain(tick => Math.Abs(tick) < scale.Step / 1000, "zero is on the axis");
            ticks[^1].ShouldBe(scale.Top, scale.Step / 1000);
        });

    [Theory]
    [InlineData("en", 0.3, "0.3")]
    [InlineData("de", 0.3, "0,3")]
    [InlineData("en", -0.1, "-0.1")]
    public void Figures_at_the_axis_are_written_as_the_language_does(string language, double tick, string written) =>
        ChartScale.Of([0.4m, -0.1m]).Write(tick, CultureInfo.GetCultureInfo(language)).ShouldBe(written);

    [Fact]
    public void A_huge_axis_is_written_short() =>
        ChartScale.Of([decimal.MaxValue]).Ticks
            .Select(tick => ChartScale.Of([decimal.MaxValue]).Write(tick, CultureInfo.InvariantCulture).Length)
            .ShouldAllBe(length => length <= 8);

    [Fact]
    public void Labels_stay_in_the_plot_and_apart_from_each_other() =>
        Gen.Select(Gen.Single[0, 900], Gen.Single[0, 900], Gen.Single[100, 700], Gen.Single[20, 600]).Array[1, 8].Sample(labels =>
        {
            var plot = new SKRect(100, 100, 1100, 700);
            var places = new ChartLabels(plot, []);
            var found = labels.Select(label => places.Place(
                    100 + Math.Min(label.Item1, label.Item2), 100 + Math.Max(label.Item1, label.Item2),
                    label.Item3, new SKSize(label.Item4, 50)))
                .OfType<SKRect>().ToList();

            found.ShouldNotBeEmpty();
            found.ShouldAllBe(place => plot.Contains(place));
            foreach (var (index, place) in found.Index())
            {
                found.Skip(index + 1).ShouldAllBe(other => !place.IntersectsWith(other));
            }
        });

    [Fact]
    public void A_label_does_not_lie_on_a_line_when_there_is_room_beside_it()
    {
        var line = new SKRect(100, 395, 1100, 405);

        var place = new ChartLabels(new(100, 100, 1100, 700), [line]).Place(100, 1100, 400, new(300, 50)).ShouldNotBeNull();

        place.IntersectsWith(line).ShouldBeFalse();
        Math.Abs(place.MidY - 400).ShouldBeLessThan(60, "it is at its line");
    }
}
