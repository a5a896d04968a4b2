using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Tests.Web.Tariffs;

public sealed class PrintTests : IDisposable
{
    private readonly PrintFonts _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Theory]
    [InlineData("0123456789 .,:;!?()[]/%&+-–—−·•…×")]
    [InlineData("€ £ $ ct kWh")]
    [InlineData("ÄÖÜäöüß „Anführung“ ‚einfach‘")]
    [InlineData("áéíóúüñÁÉÍÓÚÜÑ ¿Sí? ¡No! «comillas» ª º")]
    [InlineData("àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « guillemets » l’heure")]
    [InlineData("àèéìíîòóùúÀÈÉÌÍÎÒÓÙÚ l’energia")]
    [InlineData("“quotes” ‘quotes’ it’s")]
    public void Everything_that_the_five_languages_write_can_be_drawn(string text)
    {
        using var regular = _fonts.Regular(10);
        using var bold = _fonts.Bold(10);

        text.EnumerateRunes().ShouldAllBe(rune => regular.ContainsGlyph(rune.Value) && bold.ContainsGlyph(rune.Value));
        _fonts.Drawable(text).ShouldBe(text);
    }

    [Theory]
    [InlineData("1\u202F234,50\u00A0€", "1\u00A0234,50\u00A0€")]
    [InlineData("yes 👍👍 please", "yes […] please")]
    [InlineData("да, yes", "[…], yes")]
    [InlineData("a\u0308", "ä")]
    [InlineData("one\r\ntwo\tthree\0", "one\ntwo three ")]
    [InlineData("half\u2011hour", "half-hour")]
    [InlineData("half \uD83D of a pair", "half […] of a pair")]
    public void What_cannot_be_drawn_is_not_left_out_in_silence(string text, string drawn) => _fonts.Drawable(text).ShouldBe(drawn);

    [Theory]
    [InlineData("A sentence of several words that needs more than one line", 100)]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänsmütze", 40)]
    [InlineData("one two", 1)]
    [InlineData("a unquestionably b unquestionably c", 60)]
    [InlineData("two\nparagraphs", 200)]
    [InlineData("", 50)]
    public void Wrapping_loses_nothing_and_keeps_to_the_width(string text, float width)
    {
        using var font = _fonts.Regular(10);

        var lines = TextLines.Wrap(text, font, width);

        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        lines.ShouldAllBe(line => line.Length <= 1 || font.MeasureText(line) <= width);
    }

    [Theory]
    [InlineData("\U0001F697\U0001F697\U0001F697", 1)]
    [InlineData("a\U0001F697b\U0001F697", 1)]
    [InlineData("a\U0001F697b\U0001F697", 12)]
    public void A_pair_of_surrogates_stays_together(string text, float width)
    {
        using var font = _fonts.Regular(10);

        var lines = TextLines.Wrap(text, font, width);

        string.Concat(lines).ShouldBe(text);
        lines.ShouldAllBe(line => line.Length > 0 && !char.IsLowSurrogate(line[0]) && !char.IsHighSurrogate(line.Last()));
    }

    [Fact]
    public void More_lines_than_there_may_be_end_in_an_ellipsis()
    {
        using var font = _fonts.Regular(10);

        var lines = TextLines.Wrap("one two three four five six seven eight nine ten", font, 60, most: 2);

        lines.Count.ShouldBe(2);
        lines[1].ShouldEndWith("…");
        font.MeasureText(lines[1]).ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public void A_name_that_fits_is_not_cut()
    {
        using var font = _fonts.Regular(10);

        TextLines.Cut("Smart EV", font, 100).ShouldBe("Smart EV");
    }
}
