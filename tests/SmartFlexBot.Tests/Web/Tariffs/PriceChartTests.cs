using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;
using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Tests.Web.Tariffs;

public sealed class PriceChartTests : IDisposable
{
    /// <summary>The figures at the axis end before.</summary>
    private const int RightOfAxis = 200;

    private const string LongName =
        "Offered: the supplier's own smart charging tariff with a name that nobody can remember, second edition, October 2026";

    private readonly PrintFonts _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Fact]
    public void A_picture_has_its_size_and_is_not_blank()
    {
        using var picture = Draw(Pictures.Day);

        (picture.Width, picture.Height).ShouldBe((PriceChart.Width, PriceChart.Height));
        picture.DarkPixels.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Without_colour_the_offered_line_is_solid_and_thick_and_the_present_one_dashed_and_thin()
    {
        using var picture = Draw(new("", "", "", "en", Pictures.Flat("", 40, ""), Pictures.Flat("", 20, "")));
        var rows = picture.DarkRuns();

        // The zero of the axis is solid too, at the bottom and thin.
        var solid = rows.Index().Where(row => row.Item.Any(run => run.Length > PriceChart.Width * 0.8)).Select(row => row.Index).ToList();
        var dashed = rows.Index().Where(row => IsDashed(row.Item)).Select(row => row.Index).ToList();

        dashed.ShouldNotBeEmpty("the present tariff is dashed");
        var thick = Thickness(solid);
        thick.ShouldBeGreaterThanOrEqualTo(2 * Thickness(dashed), "the offered tariff is thick");
        dashed.Max().ShouldBeLessThan(solid.Min(), "40 lies above 20");
    }

    [Fact]
    public void Lines_that_lie_on_each_other_are_both_to_be_seen()
    {
        using var both = Draw(new("", "", "", "en", Pictures.Flat("", 20, ""), Pictures.Flat("", 20, "")));
        using var one = Draw(new("", "", "", "en", null, Pictures.Flat("", 20, "")));

        one.DarkPixels.ShouldBeGreaterThan(both.DarkPixels, "the dashes have a pale rim on the thick line");
    }

    [Fact]
    public void Without_a_present_tariff_no_dashes_are_drawn()
    {
        using var picture = Draw(Pictures.Day with { Now = null });

        picture.DarkRuns().ShouldAllBe(row => !IsDashed(row));
    }

    [Fact]
    public void The_same_picture_is_the_same_bytes()
    {
        using var other = new PrintFonts();

        new PriceChart(other).Png(Pictures.Day).ShouldBe(new PriceChart(_fonts).Png(Pictures.Day));
    }

    public static TheoryData<string> Extremes => [.. ExtremePictures.Keys];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Strange_prices_and_names_break_nothing(string name)
    {
        using var picture = Draw(ExtremePictures[name]);

        (picture.Width, picture.Height).ShouldBe((PriceChart.Width, PriceChart.Height));
    }

    private static Dictionary<string, PricePicture> ExtremePictures { get; } = new()
    {
        ["huge"] = Pictures.Day with { Now = Pictures.Flat("Now", decimal.MaxValue, "79,228,162,514,264,337,593,543,950,335.00p") },
        ["huge both ways"] = Pictures.Day
            with
        { Now = Pictures.Flat("Now", decimal.MinValue, "less"), Offered = Pictures.Flat("Offered", decimal.MaxValue, "more") },
        ["negative"] = Pictures.Day with { Offered = Pictures.Flat("Offered", -12.5m, "−12.50p") },
        ["nothing but negative"] = Pictures.Day with { Now = null, Offered = Pictures.Flat("Offered", -0.0001m, "−0.0001p") },
        ["tiny"] = Pictures.Day with { Now = null, Offered = Pictures.Flat("Offered", 0.0000000000000000000000000001m, "0") },
        ["zero"] = Pictures.Day with { Now = null, Offered = Pictures.Flat("Offered", 0, "0.00p") },
        ["no steps"] = Pictures.Day with { Now = null, Offered = new("Offered", []) },
        ["gaps and overlaps"] = Pictures.Day
            with
        {
            Offered = new("Offered", [new(600, 900, 3, "3"), new(0, 700, 2, "2"), new(1000, 1000, 1, "1"), new(1300, 1200, 1, "1")]),
        },
        ["beyond the day"] = Pictures.Day with { Offered = new("Offered", [new(-600, 90, 3, "3"), new(90, 99_999, 2, "2")]) },
        ["half hours"] = Pictures.Day with { Offered = new("Offered", [.. Enumerable.Range(0, 48).Select(HalfHour)]) },
        ["long names"] = new(
            LongName + LongName + LongName, "", LongName, "de",
            Pictures.Flat(LongName, 27, LongName), Pictures.Flat(LongName, 26, LongName)),
        ["one endless word"] =
            new(new('x', 500), "", new('y', 500), "de", Pictures.Flat(new('z', 500), 27, new('9', 200)), Pictures.Windows),
        ["strange characters"] = new("Prix\u202Fdu jour\n👍\uD83D\0", "", "€\u202F/\u202FkWh", "no such language!",
            Pictures.Flat("\t日本語", 1, "٣"), Pictures.Windows),
        ["empty texts"] = new("", "", "", "", Pictures.Flat("", 1, ""), Pictures.Flat("", 2, "")),
    };

    private static PriceStep HalfHour(int half) => new(half * 30, half * 30 + 30, half % 7 * 5, $"{half % 7 * 5}.00p");

    /// <summary>Letters are dark here and there; dashes are of one length, at one distance.</summary>
    private static bool IsDashed(IReadOnlyList<(int Start, int Length)> row)
    {
        var runs = row.Where(run => run.Start > RightOfAxis).ToList();
        return runs.Count >= 15 && Spread(runs.Skip(1).SkipLast(1).Select(run => run.Length)) <= 2
            && Spread(runs.Zip(runs.Skip(1), (run, next) => next.Start - run.Start).Skip(1).SkipLast(1)) <= 2;
    }

    private static int Spread(IEnumerable<int> lengths) => lengths.Max() - lengths.Min();

    /// <summary>Rows of the first band.</summary>
    private static int Thickness(List<int> rows) => rows.TakeWhile((row, index) => row == rows[0] + index).Count();

    private Bitmap Draw(PricePicture picture) => new(new PriceChart(_fonts).Png(picture));
}
