using System.Globalization;
using SkiaSharp;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;

namespace SmartFlexBot.Tests.Web.Tariffs;

/// <summary>Where things are in the picture of a day, as its axes say.</summary>
public sealed class ChartPlaceTests
{
    private static readonly SKRect Plot = new(100, 50, 1540, 650);
    private static readonly PlotArea Area = new(Plot, new(Bottom: -10, Top: 50, Step: 10));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(60, 160)]
    [InlineData(1440, 1540)]
    public void A_minute_is_as_far_along_as_it_is_in_the_day(int minute, float x) => Area.XOf(minute).ShouldBe(x);

    [Theory]
    [InlineData(-10, 650)]
    [InlineData(0, 550)]
    [InlineData(50, 50)]
    [InlineData(20, 350)]
    public void An_amount_is_as_high_as_it_is_on_the_axis(double amount, float y) => Area.YOf(amount).ShouldBe(y, 0.01f);

    [Fact]
    public void A_line_goes_on_through_neighbours_and_begins_anew_after_a_gap()
    {
        using var path = Area.PathOf([new(0, 60, 20, ""), new(60, 120, 0, ""), new(180, 240, 0, "")]);

        path.Points.ShouldBe(
        [
            new(100, 350), new(160, 350), new(160, 550), new(220, 550),
            new(280, 550), new(340, 550),
        ]);
        path.PointCount.ShouldBe(6);
        using var two = Area.PathOf([new(0, 60, 20, ""), new(180, 240, 20, "")]);
        using var iterator = two.CreateRawIterator();
        var moves = 0;
        var points = new SKPoint[4];
        for (var verb = iterator.Next(points); verb != SKPathVerb.Done; verb = iterator.Next(points))
        {
            moves += verb == SKPathVerb.Move ? 1 : 0;
        }

        moves.ShouldBe(2);
    }

    [Fact]
    public void The_strokes_of_a_line_are_its_steps_and_what_joins_neighbours()
    {
        Area.StrokesOf([new(0, 60, 20, ""), new(60, 120, 0, ""), new(180, 240, 0, "")], 10).ShouldBe(
        [
            new SKRect(95, 345, 165, 355),
            new SKRect(155, 545, 225, 555),
            new SKRect(155, 345, 165, 555),
            new SKRect(275, 545, 345, 555),
        ]);
    }

    [Fact]
    public void A_label_stands_in_the_middle_of_its_step_close_above_the_line() =>
        new ChartLabels(Plot, []).Place(400, 1000, 350, new(200, 40)).ShouldBe(SKRect.Create(600, 300, 200, 40));

    [Fact]
    public void The_next_one_stands_close_below_when_there_is_no_room_above()
    {
        var labels = new ChartLabels(Plot, []);
        labels.Place(400, 620, 350, new(200, 40)).ShouldBe(SKRect.Create(410, 300, 200, 40));
        labels.Place(400, 620, 350, new(200, 40)).ShouldBe(SKRect.Create(410, 360, 200, 40));
        labels.Place(400, 620, 350, new(200, 40)).ShouldBe(SKRect.Create(410, 260, 200, 40));
    }

    [Fact]
    public void At_the_top_it_stands_below_and_at_the_side_it_stays_inside()
    {
        new ChartLabels(Plot, []).Place(400, 1000, 60, new(200, 40)).ShouldBe(SKRect.Create(600, 70, 200, 40));
        new ChartLabels(Plot, []).Place(100, 140, 350, new(200, 40)).ShouldBe(SKRect.Create(110, 300, 200, 40));
        new ChartLabels(Plot, []).Place(1500, 1540, 350, new(200, 40)).ShouldBe(SKRect.Create(1330, 300, 200, 40));
    }

    [Fact]
    public void Where_there_is_no_room_at_all_there_is_no_label() =>
        new ChartLabels(new(0, 0, 300, 30), []).Place(0, 300, 15, new(100, 40)).ShouldBeNull();

    [Fact]
    public void It_moves_aside_from_another_line()
    {
        var other = new SKRect(690, 250, 710, 650);
        var place = new ChartLabels(Plot, [other]).Place(400, 1000, 350, new(200, 40))!.Value;
        place.IntersectsWith(other).ShouldBeFalse();
        place.Top.ShouldBe(300);
        place.Left.ShouldBeGreaterThanOrEqualTo(400);
        place.Right.ShouldBeLessThanOrEqualTo(1000);
    }

    [Theory]
    [InlineData("0,27", 0, 40, 10)]
    [InlineData("7,28.64", 0, 40, 10)]
    [InlineData("36", 0, 50, 10)]
    [InlineData("0", 0, 1.25, 0.25)]
    [InlineData("-12", -15, 0, 5)]
    [InlineData("100", 0, 125, 25)]
    [InlineData("8", 0, 10, 2)]
    [InlineData("4", 0, 5, 1)]
    [InlineData("20", 0, 25, 5)]
    public void The_axis_has_round_steps_and_room_above_the_highest_price(string amounts, double bottom, double top, double step)
    {
        var scale = ChartScale.Of([.. amounts.Split(',').Select(amount => decimal.Parse(amount, CultureInfo.InvariantCulture))]);
        (scale.Bottom, scale.Top, scale.Step).ShouldBe((bottom, top, step));
        scale.Ticks.Count().ShouldBe((int)Math.Round((top - bottom) / step) + 1);
    }

    [Theory]
    [InlineData(1_000_000, 250_000, 250_000, "2.5E+5")]
    [InlineData(999_999, 250_000, 250_000, "250,000")]
    [InlineData(1, 0.25, 0.25, "0.25")]
    [InlineData(1, 0.25, 0.0000001, "0")]
    [InlineData(0.0002, 0.00005, 0.00005, "5E-5")]
    public void A_figure_is_written_in_full_until_it_is_too_long(double top, double step, double tick, string written) =>
        new ChartScale(0, top, step).Write(tick, CultureInfo.InvariantCulture).ShouldBe(written);

    [Fact]
    public void Steps_are_cut_to_the_day_and_joined_only_when_they_are_one()
    {
        ChartLine.Of(new("x",
            [new(-60, 60, 1, "a"), new(60, 120, 1, "b"), new(120, 180, 2, "b"), new(200, 240, 2, "b"), new(1400, 2000, 3, "c")]))
            .Steps.ShouldBe(
                [new(0, 60, 1, "a"), new(60, 120, 1, "b"), new(120, 180, 2, "b"), new(200, 240, 2, "b"), new(1400, 1440, 3, "c")]);
        PriceStep[] four = [new(0, 60, 1, "a"), new(60, 200, 2, "b"), new(200, 300, 3, "c"), new(300, 360, 4, "d")];
        new ChartLine("x", four).Labelled().Select(step => step.Label).ShouldBe(["b", "c", "a", "d"]);
        new ChartLine("x", [.. four, new(360, 420, 0, "e")]).Labelled().Select(step => step.Label).ShouldBe(["d", "e"]);
    }
}
