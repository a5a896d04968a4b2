using System.Globalization;
using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Copy;

/// <param name="Left">Distance from the left margin.</param>
internal sealed record PdfLine(string Text, SKFont Font, SKColor Colour, float Left)
{
    public float Height => Font.Size * 1.4f;
}

/// <summary>
/// Fills A4 pages from top to bottom. Everything is placed first and drawn at the end, when the number of pages is known. Lengths
/// are points.
/// </summary>
internal sealed class PdfPages
{
    public const float Width = PageWidth - 2 * Margin;

    private const float PageWidth = 595, PageHeight = 842, Margin = 56, NumberWidth = 60;

    private readonly List<List<Action<SKCanvas>>> _pages = [[]];
    private readonly IReadOnlyList<PdfLine> _footer;
    private readonly SKFont _small;
    private readonly float _bottom;
    private float _y = Margin;

    /// <param name="footer">At the foot of each page; two lines of it at most, and without its end where the page's number stands.</param>
    public PdfPages(SKFont small, IReadOnlyList<string> footer)
    {
        _small = small;
        _footer = [.. footer.Select(line => new PdfLine(line, small, new SKColor(0x4A, 0x4A, 0x4A), 0))];
        _bottom = PageHeight - Margin - Math.Min(PageHeight / 3, _footer.Sum(line => line.Height)) - 12;
    }

    private float Room => _bottom - _y;

    /// <summary>Not at the top of a page.</summary>
    public void Space(float height)
    {
        if (_y > Margin) _y += height;
    }

    /// <summary>Begins a page when there is less room than this left.</summary>
    public void Keep(float height)
    {
        if (Room < height && _y > Margin) NewPage();
    }

    public void Lines(IReadOnlyList<string> lines, SKFont font, SKColor colour)
    {
        foreach (var text in lines)
        {
            var line = new PdfLine(text, font, colour, 0);
            Keep(line.Height);
            At(_y, line);
            _y += line.Height;
        }
    }

    /// <summary>Two columns side by side under a rule; broken over pages only when it is longer than one.</summary>
    public void Row(IReadOnlyList<PdfLine> labels, IReadOnlyList<PdfLine> values, SKColor rule)
    {
        const float padding = 5;
        var height = Math.Max(labels.Sum(line => line.Height), values.Sum(line => line.Height));
        if (height <= _bottom - Margin) Keep(height + 2 * padding);
        var top = _y;
        Drawn(canvas => DrawRule(canvas, top, rule));
        _y += padding;

        var (page, start) = (_pages.Count, _y);
        foreach (var line in values) AtNext(line);
        var end = (Page: _pages.Count, Y: _y);
        // A long label begins beside the value's beginning; the value decides where the page breaks.
        var y = start;
        foreach (var line in labels.TakeWhile(line => y + line.Height <= _bottom + padding))
        {
            At(y, line, page - 1);
            y += line.Height;
        }

        _y = (end.Page == page ? Math.Max(end.Y, y) : end.Y) + padding;
    }

    /// <param name="draw">Gets a canvas whose origin is where the drawing goes.</param>
    public void Drawing(float height, Action<SKCanvas> draw)
    {
        var y = _y;
        Drawn(canvas =>
        {
            canvas.Save();
            canvas.Translate(Margin, y);
            draw(canvas);
            canvas.Restore();
        });
        _y += height;
    }

    public void Draw(SKDocument document)
    {
        for (var number = 1; number <= _pages.Count; number++)
        {
            var canvas = document.BeginPage(PageWidth, PageHeight);
            foreach (var draw in _pages[number - 1]) draw(canvas);
            DrawFoot(canvas, string.Create(CultureInfo.InvariantCulture, $"{number} / {_pages.Count}"));
            document.EndPage();
        }
    }

    private void AtNext(PdfLine line)
    {
        Keep(line.Height);
        At(_y, line);
        _y += line.Height;
    }

    private void At(float y, PdfLine line, int? page = null) => _pages[page ?? _pages.Count - 1].Add(canvas => DrawLine(canvas, line, y));

    private void Drawn(Action<SKCanvas> draw) => _pages[^1].Add(draw);

    private void NewPage()
    {
        _pages.Add([]);
        _y = Margin;
    }

    private void DrawFoot(SKCanvas canvas, string number)
    {
        var y = _bottom + 12;
        DrawRule(canvas, y - 4, new SKColor(0xC9, 0xCD, 0xD2));
        foreach (var line in _footer.TakeWhile(line => y + line.Height <= PageHeight - Margin + line.Height))
        {
            DrawLine(canvas, line, y);
            y += line.Height;
        }

        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(number, PageWidth - Margin, PageHeight - Margin / 2, SKTextAlign.Right, _small, paint);
    }

    private static void DrawLine(SKCanvas canvas, PdfLine line, float top)
    {
        using var paint = new SKPaint { Color = line.Colour, IsAntialias = true };
        canvas.DrawText(line.Text, Margin + line.Left, top + line.Font.Size * 1.1f, SKTextAlign.Left, line.Font, paint);
    }

    private static void DrawRule(SKCanvas canvas, float y, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, StrokeWidth = 0.6f, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(Margin, y, PageWidth - Margin, y, paint);
    }
}
