using SkiaSharp;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Chart;
using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Web.Tariffs.Copy;

/// <summary>
/// The durable copy on A4 pages, as PDF/A-2b: made to be read years later. Its text is text, with its typefaces inside. Skia's writer
/// has no place for the language of the document, so that stands nowhere but in the words.
/// </summary>
internal sealed class AgreementPdf(PrintFonts fonts, PriceChart chart) : IAgreementDocument
{
    private const float PictureWidth = 360;
    private const float TitleSize = 20, HeadingSize = 13, TextSize = 10, SmallSize = 8;
    private const int MostFooterLines = 6;

    /// <summary>From 0 to 100 is JPEG; above, pictures keep every dot.</summary>
    private const int Lossless = 101;

    public byte[] Render(AgreementContent content)
    {
        using var title = fonts.Bold(TitleSize);
        using var heading = fonts.Bold(HeadingSize);
        using var text = fonts.Regular(TextSize);
        using var bold = fonts.Bold(TextSize);
        using var small = fonts.Regular(SmallSize);
        var styles = new Styles(title, heading, text, bold, small);

        var pages = new PdfPages(small, TextLines.Wrap(fonts.Drawable(content.Footer), small, PdfPages.Width, MostFooterLines));
        pages.Lines(Wrap(content.Title, title, PdfPages.Width), title, SKColors.Black);
        foreach (var section in content.Sections)
        {
            Place(pages, section, styles);
        }

        if (content.Picture is { } picture)
        {
            Place(pages, picture, styles);
        }

        return Write(content, pages);
    }

    private void Place(PdfPages pages, AgreementSection section, Styles styles)
    {
        pages.Space(14);
        // A heading alone at the foot of a page belongs to nothing.
        pages.Keep(80);
        pages.Lines(Wrap(section.Heading, styles.Heading, PdfPages.Width), styles.Heading, SKColors.Black);
        pages.Space(3);
        if (section.Text is { } text)
        {
            pages.Lines(Wrap(text, styles.Text, PdfPages.Width), styles.Text, SKColors.Black);
            pages.Space(4);
        }

        foreach (var row in section.Rows)
        {
            Place(pages, row, styles);
        }
    }

    private void Place(PdfPages pages, AgreementRow row, Styles styles)
    {
        const float labelWidth = 170, gap = 14, left = labelWidth + gap, valueWidth = PdfPages.Width - left;
        List<PdfLine> labels = [.. Wrap(row.Label, styles.Text, labelWidth).Select(line => new PdfLine(line, styles.Text, Ink.Grey, 0))];
        List<PdfLine> values =
            [.. Wrap(row.Value, styles.Bold, valueWidth).Select(line => new PdfLine(line, styles.Bold, SKColors.Black, left))];
        if (row.Origin is { } origin)
        {
            values.AddRange(Wrap(origin, styles.Small, valueWidth).Select(line => new PdfLine(line, styles.Small, Ink.Grey, left)));
        }

        pages.Row(labels, values);
    }

    /// <summary>Drawn anew instead of pasted in: sharp at every size, and its words can be searched.</summary>
    private void Place(PdfPages pages, PricePicture picture, Styles styles)
    {
        const float scale = PictureWidth / PriceChart.Width, height = PriceChart.Height * scale;
        var words = Wrap(picture.AltText, styles.Small, PdfPages.Width);
        pages.Space(14);
        pages.Keep(height + 30);
        pages.Drawing(height, canvas =>
        {
            canvas.Scale(scale);
            chart.Draw(canvas, picture);
        });
        pages.Space(4);
        pages.Lines(words, styles.Small, Ink.Grey);
    }

    private IReadOnlyList<string> Wrap(string text, SKFont font, float width) => TextLines.Wrap(fonts.Drawable(text), font, width);

    private static byte[] Write(AgreementContent content, PdfPages pages)
    {
        var metadata = new SKDocumentPdfMetadata
        {
            Title = content.Title,
            Creator = "SmartFlexBot",
            Producer = "SmartFlexBot",
            Creation = content.AgreedAt.UtcDateTime,
            Modified = content.AgreedAt.UtcDateTime,
            PdfA = true,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = Lossless,
        };
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            pages.Draw(document);
            document.Close();
        }

        return PdfIdentity.FromContent(stream.ToArray());
    }

    private sealed record Styles(SKFont Title, SKFont Heading, SKFont Text, SKFont Bold, SKFont Small);
}
