using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Chart;

/// <summary>The few marks that the chart is made of.</summary>
internal sealed class Pen(SKCanvas canvas, SKFont regular, SKFont bold)
{
    private const float Rim = 8;

    public SKFont Regular => regular;

    public SKFont Bold => bold;

    public void Fill(SKRect rect, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(rect, paint);
    }

    public void Text(string text, float x, float baseline, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, regular, paint);
    }

    /// <summary>
    /// With a white rim: what runs below must not cross the letters. The rim is no text, so that a PDF has the words once.
    /// </summary>
    public void Label(string text, SKFont font, float x, float baseline, SKColor colour)
    {
        using var rim = Stroke(SKColors.White, Rim);
        rim.StrokeJoin = SKStrokeJoin.Round;
        using var letters = font.GetTextPath(text, new SKPoint(x, baseline));
        canvas.DrawPath(letters, rim);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, paint);
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor colour, float width)
    {
        using var paint = Stroke(colour, width);
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    public void Line(SKPath path, SKColor colour, float width)
    {
        using var paint = Stroke(colour, width);
        canvas.DrawPath(path, paint);
    }

    public void Dashes(SKPath path, SKColor colour, float width)
    {
        using var paint = Stroke(colour, width);
        using var dashes = SKPathEffect.CreateDash([26, 18], 0);
        paint.PathEffect = dashes;
        canvas.DrawPath(path, paint);
    }

    private static SKPaint Stroke(SKColor colour, float width) =>
        new() { Color = colour, StrokeWidth = width, Style = SKPaintStyle.Stroke, StrokeJoin = SKStrokeJoin.Miter, IsAntialias = true };
}
