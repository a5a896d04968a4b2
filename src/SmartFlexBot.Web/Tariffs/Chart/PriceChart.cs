using System.Globalization;
using SkiaSharp;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Web.Tariffs.Print;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>
/// Draws a day's prices as steps: the present tariff thin and dashed, the offered one thick and solid, each labelled at its line, so
/// that nothing depends on colour.
/// </summary>
internal sealed class PriceChart(PrintFonts fonts)
{
    // A card on a phone is about 350 points wide: this is the size at which its smallest letters still measure 12 points.
    public const int Width = 1200, Height = 900;

    private const float Margin = 36, TitleSize = 54, TextSize = 42, TitleLine = 62, TextLine = 52;
    private const float OfferedStroke = 14, NowStroke = 6, Casing = 2;
    private const int HoursPerTick = 4;

    private static readonly SKColor Ink = new(0x1A, 0x1A, 0x1A), Faint = new(0xC9, 0xCD, 0xD2);
    private static readonly SKColor OfferedInk = new(0x0B, 0x3D, 0x91), OfferedArea = new(0xE4, 0xEC, 0xF9);

    public byte[] Png(PricePicture picture)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        Draw(surface.Canvas, picture);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Draws on the rectangle from 0,0 to <see cref="Width"/>,<see cref="Height"/>.</summary>
    public void Draw(SKCanvas canvas, PricePicture picture)
    {
        var offered = ChartLine.Of(picture.Offered);
        var now = picture.Now is { } line ? ChartLine.Of(line) : null;
        var scale = ChartScale.Of([.. offered.Steps.Concat(now?.Steps ?? []).Select(step => step.Amount)]);
        using var regular = fonts.Regular(TextSize);
        using var bold = fonts.Bold(TextSize);
        var pen = new Pen(canvas, regular, bold);

        pen.Fill(SKRect.Create(Width, Height), SKColors.White);
        var top = DrawTitle(canvas, picture, pen);
        var ticks = scale.Ticks.Select(tick => (Amount: tick, Text: fonts.Drawable(scale.Write(tick, Culture(picture.Language))))).ToList();
        var left = Margin + ticks.Max(tick => regular.MeasureText(tick.Text)) + 16;
        var area = new PlotArea(new SKRect(left, top, Width - Margin - 12, Height - Margin - TextLine), scale);

        DrawSteps(pen, area, offered, OfferedArea);
        DrawAxes(pen, area, ticks);
        using var offeredPath = area.PathOf(offered.Steps);
        pen.Line(offeredPath, OfferedInk, OfferedStroke);
        if (now is not null)
        {
            using var path = area.PathOf(now.Steps);
            // The pale rim keeps the dashes apart from the thick line where both lie on each other.
            pen.Dashes(path, SKColors.White, NowStroke + 2 * Casing);
            pen.Dashes(path, Ink, NowStroke);
        }

        DrawLabels(pen, area, offered, now);
    }

    private float DrawTitle(SKCanvas canvas, PricePicture picture, Pen pen)
    {
        using var title = fonts.Bold(TitleSize);
        var y = Margin;
        foreach (var line in TextLines.Wrap(fonts.Drawable(picture.Title), title, Width - 2 * Margin, most: 2))
        {
            y += TitleLine;
            using var paint = new SKPaint { Color = Ink, IsAntialias = true };
            canvas.DrawText(line, Margin, y - 14, SKTextAlign.Left, title, paint);
        }

        y += TextLine;
        pen.Text(TextLines.Cut(fonts.Drawable(picture.Unit), pen.Regular, Width - 2 * Margin), Margin, y - 12, Ink);
        return y + 16;
    }

    private static void DrawSteps(Pen pen, PlotArea area, ChartLine line, SKColor colour)
    {
        foreach (var step in line.Steps)
        {
            var (zero, y) = (area.YOf(0), area.YOf((double)step.Amount));
            pen.Fill(new SKRect(area.XOf(step.FromMinute), Math.Min(zero, y), area.XOf(step.ToMinute), Math.Max(zero, y)), colour);
        }
    }

    private static void DrawAxes(Pen pen, PlotArea area, IReadOnlyList<(double Amount, string Text)> ticks)
    {
        foreach (var (amount, text) in ticks)
        {
            var y = area.YOf(amount);
            pen.Line(area.Plot.Left, y, area.Plot.Right, y, amount == 0 ? Ink : Faint, amount == 0 ? 3 : 2);
            pen.Text(text, area.Plot.Left - 16, y + 14, Ink, SKTextAlign.Right);
        }

        for (var hour = 0; hour <= 24; hour += HoursPerTick)
        {
            var (x, bottom) = (area.XOf(hour * 60), area.Plot.Bottom);
            pen.Line(x, area.Plot.Top, x, bottom, Faint, 2);
            var text = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");
            var half = pen.Regular.MeasureText(text) / 2;
            pen.Text(text, Math.Clamp(x, half, Width - half - 8), bottom + TextLine, Ink, SKTextAlign.Center);
        }
    }

    private void DrawLabels(Pen pen, PlotArea area, ChartLine offered, ChartLine? now)
    {
        List<SKRect> strokes =
            [.. area.StrokesOf(offered.Steps, OfferedStroke), .. area.StrokesOf(now?.Steps ?? [], NowStroke + 2 * Casing)];
        var places = new ChartLabels(area.Plot, strokes);
        List<(string Name, IReadOnlyList<PriceStep> Steps, SKColor Colour)> lines = [(offered.Name, offered.Labelled(), OfferedInk)];
        if (now is not null)
        {
            lines.Add((now.Name, now.Labelled(), Ink));
        }
        // Names first: a line without its name means nothing, a price is on the card as well.
        foreach (var (name, steps, colour) in lines)
        {
            foreach (var step in steps.Take(1))
            {
                Label(pen, area, places, step, name, colour);
            }
        }

        foreach (var (_, steps, colour) in lines)
        {
            foreach (var step in steps.Skip(1))
            {
                Label(pen, area, places, step, "", colour);
            }
        }
    }

    private void Label(Pen pen, PlotArea area, ChartLabels places, PriceStep step, string name, SKColor colour)
    {
        var price = TextLines.Cut(fonts.Drawable(step.Label), pen.Bold, area.Plot.Width * 0.4f);
        var priceWidth = pen.Bold.MeasureText(price);
        var (from, to) = (area.XOf(step.FromMinute), area.XOf(step.ToMinute));
        // A name is cut to its step, unless the step is short: beyond it there may be another line.
        var room = Math.Max(to - from, area.Plot.Width * 0.6f) - 36 - priceWidth;
        var shown = name.Length == 0 ? "" : TextLines.Cut(fonts.Drawable(name), pen.Regular, room) + "  ";
        var nameWidth = pen.Regular.MeasureText(shown);
        var size = new SKSize(nameWidth + priceWidth, TextLine);
        if (places.Place(from, to, area.YOf((double)step.Amount), size) is not { } place)
        {
            return;
        }

        pen.Label(shown, pen.Regular, place.Left, place.Bottom - 13, colour);
        pen.Label(price, pen.Bold, place.Left + nameWidth, place.Bottom - 13, colour);
    }

    private static CultureInfo Culture(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
