using System.Globalization;
using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Copy;

/// <summary>The colours beside black.</summary>
internal static class Ink
{
    public static readonly SKColor Grey = new(0x4A, 0x4A, 0x4A), Rule = new(0xC9, 0xCD, 0xD2);
}

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

    private const float PageWidth = 595, PageHeight = 842, Margin = 56, FootGap = 12;

    private readonly List<List<Action<SKCanvas>>> _pages = [[]];
    private readonly IReadOnlyList<PdfLine> _footer;
    private readonly SKFont _small;
    private readonly float _bottom;
    private float _y = Margin;

    /// <param name="footer">At the foot of each page; few lines.</param>
    public PdfPages(SKFont small, IReadOnlyList<string> footer)
    {
        _small = small;
        _footer = [.. footer.Select(line => new PdfLine(line, small, Ink.Grey, 0))];
        _bottom = PageHeight - Margin - _footer.Sum(line => line.Height) - FootGap;
    }

    private float Room => _bottom - _y;

    /// <summary>Not at the top of a page.</summary>
    public void Space(float height)
    {
        if (_y > Margin)
        {
            _y += height;
        }
    }

    /// <summary>Begins a page when there is less room than this left.</summary>
    public void Keep(float height)
    {
        if (Room < height && _y > Margin)
        {
            NewPage();
        }
    }

    public void Lines(IReadOnlyList<string> lines, SKFont font, SKColor colour)
    {
        Flow(lines.Select(line => new PdfLine(line, font, colour, 0)));
    }

    /// <summary>Two columns side by side under a rule, on one page; one below the other when a page is too short for them.</summary>
    public void Row(IReadOnlyList<PdfLine> labels, IReadOnlyList<PdfLine> values)
    {
        const float padding = 5;
        var height = Math.Max(labels.Sum(line => line.Height), values.Sum(line => line.Height)) + 2 * padding;
        var fits = height <= _bottom - Margin;
        if (fits)
        {
            Keep(height);
        }

        var top = _y;
        Drawn(canvas => DrawRule(canvas, top));
        _y += padding;
        var start = _y;
        Flow(labels);
        var below = _y;
        if (fits)
        {
            _y = start;
        }

        Flow(values);
        _y = Math.Max(_y, fits ? below : 0) + padding;
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
            foreach (var draw in _pages[number - 1])
            {
                draw(canvas);
            }

            DrawFoot(canvas, string.Create(CultureInfo.InvariantCulture, $"{number} / {_pages.Count}"));
            document.EndPage();
        }
    }

    private void Flow(IEnumerable<PdfLine> lines)
    {
        foreach (var line in lines)
        {
            Keep(line.Height);
            var y = _y;
            Drawn(canvas => DrawLine(canvas, line, y));
            _y += line.Height;
        }
    }

    private void Drawn(Action<SKCanvas> draw) => _pages[^1].Add(draw);

    private void NewPage()
    {
        _pages.Add([]);
        _y = Margin;
    }

    private void DrawFoot(SKCanvas canvas, string number)
    {
        var y = _bottom + FootGap;
        DrawRule(canvas, y - 4);
        foreach (var line in _footer)
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

    private static void DrawRule(SKCanvas canvas, float y)
    {
        using var paint = new SKPaint { Color = Ink.Rule, StrokeWidth = 0.6f, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(Margin, y, PageWidth - Margin, y, paint);
    }
}
