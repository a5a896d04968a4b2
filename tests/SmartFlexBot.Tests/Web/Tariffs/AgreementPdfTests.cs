using System.Text;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;
using SmartFlexBot.Web.Tariffs.Copy;
using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Tests.Web.Tariffs;

public sealed class AgreementPdfTests : IDisposable
{
    private readonly PrintFonts _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Fact]
    public void Everything_that_was_shown_stands_in_the_copy_as_text_that_can_be_searched()
    {
        var content = Pictures.Agreement;

        var words = new PdfText(Render(content)).Words;

        string[] shown =
        [
            content.Title, content.Footer, content.Picture!.Title, content.Picture.AltText, content.Picture.Unit, content.Picture.Now!.Name,
            .. content.Sections.SelectMany(section => new[] { section.Heading, section.Text ?? "" }),
            .. content.Sections.SelectMany(section => section.Rows).SelectMany(row => new[] { row.Label, row.Value, row.Origin ?? "" }),
        ];
        foreach (var text in shown)
        {
            words.ShouldContain(PdfText.Squeezed(text), Case.Sensitive);
        }
    }

    [Fact]
    public void The_picture_in_it_tells_the_hours_of_the_day_and_names_each_line_once()
    {
        var words = new PdfText(Render(Pictures.Agreement)).Words;

        foreach (var hour in (string[])["00:00", "04:00", "08:00", "12:00", "16:00", "20:00", "24:00"])
        {
            words.ShouldContain(hour);
        }

        words.Split(PdfText.Squeezed(Pictures.Windows.Name)).Length.ShouldBe(2);
        words.Split(PdfText.Squeezed(Pictures.Day.Now!.Name)).Length.ShouldBe(2);
    }

    [Fact]
    public void The_same_agreement_is_the_same_bytes_whenever_it_is_made()
    {
        using var fonts = new PrintFonts();

        Render(Pictures.Agreement).ShouldBe(new AgreementPdf(fonts, new PriceChart(fonts)).Render(Pictures.Agreement));
    }

    [Fact]
    public void Another_agreement_is_another_document()
    {
        var other = Pictures.Agreement with { AgreedAt = Pictures.Agreement.AgreedAt.AddSeconds(1) };

        Render(other).ShouldNotBe(Render(Pictures.Agreement));
    }

    [Fact]
    public void It_says_what_it_is_and_when_it_was_agreed_and_is_made_to_be_kept()
    {
        var document = Encoding.Latin1.GetString(Render(Pictures.Agreement));

        document.ShouldStartWith("%PDF-");
        document.ShouldContain("/Title (Your agreement to Smart EV)");
        document.ShouldContain("/CreationDate (D:20261123073005+00'00')");
        document.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        document.ShouldContain("/FontFile2");
    }

    [Fact]
    public void Its_id_comes_from_its_content_in_both_places_where_it_stands()
    {
        var document = Encoding.Latin1.GetString(Render(Pictures.Agreement));

        var id = document.Split("DocumentID>uuid:")[1][..36];
        document.ShouldContain($"InstanceID>uuid:{id}<");
        document.ShouldContain($"/ID [<{id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}>");
        id.ShouldNotBe(Guid.Empty.ToString());
    }

    [Fact]
    public void A_short_agreement_is_one_page_and_a_long_one_is_numbered_through()
    {
        var rows = Enumerable.Range(0, 120).Select(index => new AgreementRow($"Label {index}", $"Value {index}", "an origin")).ToList();

        var few = new PdfText(Render(Pictures.Agreement));
        var many = new PdfText(Render(Pictures.Agreement with { Sections = [new("Prices", null, rows)] }));

        few.Pages.ShouldBe(1);
        few.Words.ShouldEndWith("1/1");
        var words = many.Words;
        many.Pages.ShouldBeGreaterThan(3);
        words.ShouldContain($"2/{many.Pages}");
        words.ShouldEndWith($"{many.Pages}/{many.Pages}");
        rows.ShouldAllBe(row => words.Contains(PdfText.Squeezed(row.Label + row.Value)));
    }

    [Fact]
    public void Texts_longer_than_a_page_lose_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2500).Select(index => $"w{index}"));
        var label = string.Join(' ', Enumerable.Range(0, 400).Select(index => $"l{index}"));

        var words = new PdfText(Render(Pictures.Agreement with { Sections = [new("Long", text, [new(label, text, text)])] })).Words;

        // Each page's foot stands between its last word and the next page's first, so they are looked for one by one.
        $"{text} {label}".Split(' ').Where(word => !words.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("👍 日本語 \0")]
    public void Strange_texts_break_nothing(string text)
    {
        var content =
            new AgreementContent(text, text, default, [new(text, text, [new(text, text, text)]), new(text, null, [])], null, text);

        new PdfText(Render(content)).Pages.ShouldBe(1);
    }

    private byte[] Render(AgreementContent content) => new AgreementPdf(_fonts, new PriceChart(_fonts)).Render(content);
}
