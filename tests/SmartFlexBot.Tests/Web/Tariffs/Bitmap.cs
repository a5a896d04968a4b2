using SkiaSharp;

namespace SmartFlexBot.Tests.Web.Tariffs;

/// <summary>A picture as somebody sees it who sees no colours.</summary>
internal sealed class Bitmap : IDisposable
{
    private readonly SKBitmap _bitmap;

    public Bitmap(byte[] png) => _bitmap = SKBitmap.Decode(png) ?? throw new InvalidDataException("The bytes are no picture.");

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    /// <returns>For each row, where dark begins and how far it goes.</returns>
    public IReadOnlyList<IReadOnlyList<(int Start, int Length)>> DarkRuns() => [.. Enumerable.Range(0, Height).Select(DarkRuns)];

    public int DarkPixels => DarkRuns().Sum(row => row.Sum(run => run.Length));

    public void Dispose() => _bitmap.Dispose();

    private List<(int, int)> DarkRuns(int y)
    {
        var runs = new List<(int, int)>();
        var length = 0;
        for (var x = 0; x <= Width; x++)
        {
            if (x < Width && IsDark(_bitmap.GetPixel(x, y)))
            {
                length++;
            }
            else if (length > 0)
            {
                runs.Add((x - length, length));
                length = 0;
            }
        }

        return runs;
    }

    private static bool IsDark(SKColor colour) => 0.299 * colour.Red + 0.587 * colour.Green + 0.114 * colour.Blue < 100;
}
