using System.Globalization;
using CsCheck;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("en-GB", "28.64", "GBP", true, FigurePer.KilowattHour, "28.64p")]
    [InlineData("en-GB", "7.00", "GBP", true, FigurePer.KilowattHour, "7p")]
    [InlineData("en-GB", "0", "GBP", true, FigurePer.KilowattHour, "0p")]
    [InlineData("en-GB", "7500", "GBP", true, FigurePer.Once, "£75.00")]
    [InlineData("de", "28.645", "EUR", true, FigurePer.KilowattHour, "28,645\u00A0ct")]
    [InlineData("de", "12.9", "EUR", false, FigurePer.Month, "12,90\u00A0€")]
    [InlineData("en-GB", "12.9", "EUR", false, FigurePer.Month, "€12.90")]
    [InlineData("fr", "0.2516", "EUR", false, FigurePer.KilowattHour, "0,2516\u00A0€")]
    [InlineData("en-GB", "4.5", "SEK", false, FigurePer.KilowattHour, "4.50\u00A0SEK")]
    public void Is_written_as_people_write_it_and_never_rounded(
        string culture, string amount, string currency, bool isMinor, FigurePer per, string shown)
    {
        var figure = new Figure(
            decimal.Parse(amount, CultureInfo.InvariantCulture), currency, isMinor, per, true, FigureOrigin.ApiField("field", ReadAt));
        FigureText.Amount(figure, CultureInfo.GetCultureInfo(culture)).ShouldBe(shown);
    }

    [Fact]
    public void No_figure_differs_from_its_origin()
    {
        string[] cultures = ["en-GB", "de", "es", "fr", "it"];
        Gen.Select(Gen.Int[0, 100_000_000], Gen.Int[0, 6], Gen.Bool, Gen.Enum<FigurePer>(), Gen.OneOf([.. cultures.Select(Gen.Const)]))
            .Sample((digits, decimals, isMinor, per, name) =>
        {
            var culture = CultureInfo.GetCultureInfo(name);
            var figure = new Figure(
                new decimal(digits, 0, 0, false, (byte)decimals), "GBP", isMinor, per, true, FigureOrigin.ApiField("field", ReadAt));
            var text = FigureText.Amount(figure, culture);
            var shown = decimal.Parse(text.Trim('p', '£'), NumberStyles.Number, culture);
            (text.EndsWith('p') || !isMinor ? shown : shown * 100).ShouldBe(figure.Amount);
        });
    }
}
