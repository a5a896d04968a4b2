using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Markets;

public sealed class BrandSettingsTests
{
    [Fact]
    public void Colours_that_can_be_read_and_no_logo_are_fine() =>
        new BrandSettings(Accent: "#5b2a86", AccentOnDark: "#d7b8ff").WrongIn(Shipped.Markets).ShouldBeNull();

    [Fact]
    public void As_shipped_is_fine() => new BrandSettings().WrongIn(Shipped.Markets).ShouldBeNull();

    [Theory]
    [InlineData("red", null, null, "brand.accent is 'red'; it must be a colour such as #0b6e5f")]
    [InlineData("#fff", null, null, "brand.accent is '#fff'")]
    [InlineData("#ffd54a", null, null, "brand.accent #ffd54a cannot be read on #ffffff: the contrast must be at least 4.5")]
    [InlineData(null, "#0b6e5f", null, "brand.accentOnDark #0b6e5f cannot be read on #1d2826")]
    [InlineData(null, null, "../logo.svg", "brand.logo is '../logo.svg'; it must be the name of an .svg or .png file")]
    [InlineData(null, null, "logo.gif", "brand.logo is 'logo.gif'; it must be")]
    [InlineData(null, null, "no-such-logo.svg", "has no such file")]
    public void What_is_wrong_is_said(string? accent, string? accentOnDark, string? logo, string sentence) =>
        new BrandSettings(accent, accentOnDark, logo).WrongIn(Shipped.Markets)!.ShouldContain(sentence);

    /// <summary>White on black is 21 and a grey of #767676 just enough, as WCAG's own examples have it.</summary>
    [Fact]
    public void Contrast_is_that_of_wcag()
    {
        new BrandSettings(Accent: "#767676").WrongIn(Shipped.Markets).ShouldBeNull();
        new BrandSettings(Accent: "#777777").WrongIn(Shipped.Markets).ShouldNotBeNull();
    }
}
