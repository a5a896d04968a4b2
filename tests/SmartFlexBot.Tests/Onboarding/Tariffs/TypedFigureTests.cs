using System.Globalization;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class TypedFigureTests
{
    private static readonly string[] Units = ["miles", "mi", "km", "£", "€", "euro"];
    private static readonly string[] Yearly = ["a year", "im Jahr"];

    [Theory]
    [InlineData("800 miles", "800")]
    [InlineData("I drive about 1,200 miles a month", "1200")]
    [InlineData("1.200 km im Monat", "1200")]
    [InlineData("1 200 km", "1200")]
    [InlineData("800km", "800")]
    [InlineData("£97.50", "97.50")]
    [InlineData("etwa 97,5 €", "97.5")]
    [InlineData("1.234,56 Euro", "1234.56")]
    [InlineData("2 cars, 500 miles", "500")]
    [InlineData("14,400 miles a year", "1200")]
    [InlineData("ich zahle 1.200 € im Jahr und fahre 800 km", "100")]
    [InlineData("800 km im Monat, 1.200 € im Jahr", "800")]
    public void A_figure_is_read_with_its_unit_however_it_is_written(string text, string figure) =>
        TypedFigure.Of(text, Units, Yearly).ShouldBe(decimal.Parse(figure, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("800")]
    [InlineData("800 mince pies")]
    [InlineData("a few miles")]
    [InlineData("100 kmh")]
    [InlineData("yes")]
    [InlineData("")]
    public void Without_its_unit_a_figure_is_none(string text) => TypedFigure.Of(text, Units, Yearly).ShouldBeNull();
}
