using System.Text;
using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Print;

/// <summary>The typefaces of what is drawn. They come with the program: a container may have no fonts at all.</summary>
internal sealed class PrintFonts : IDisposable
{
    /// <summary>Stands for characters that the typefaces lack, such as emoji in a customer's own words.</summary>
    private const string Left = "[…]";

    private const int NarrowNoBreakSpace = 0x202F, NoBreakHyphen = 0x2011;

    private readonly SKTypeface _regular = Load("PublicSans_400Regular.ttf");
    private readonly SKTypeface _bold = Load("PublicSans_700Bold.ttf");

    public SKFont Regular(float size) => Font(_regular, size);

    public SKFont Bold(float size) => Font(_bold, size);

    /// <summary>The text in characters that can be drawn; line breaks stay.</summary>
    public string Drawable(string text)
    {
        using var font = Regular(1);
        var drawable = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            // French numbers are grouped with the narrow space.
            if (rune.Value == NarrowNoBreakSpace)
            {
                drawable.Append('\u00A0');
            }
            else if (rune.Value == NoBreakHyphen)
            {
                drawable.Append('-');
            }
            else if (rune.Value == '\n')
            {
                drawable.Append('\n');
            }
            else if (Rune.IsControl(rune))
            {
                drawable.Append(' ');
            }
            else if (font.ContainsGlyph(rune.Value))
            {
                drawable.Append(rune);
            }
            else if (!EndsWithLeft(drawable))
            {
                drawable.Append(Left);
            }
        }

        return drawable.ToString();
    }

    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
    }

    /// <summary>"a" and a combining umlaut become "ä". Halves of surrogate pairs, which cannot be normalised, are replaced first.</summary>
    private static string Composed(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()).Normalize(NormalizationForm.FormC);

    private static bool EndsWithLeft(StringBuilder text) =>
        text.Length >= Left.Length && text.ToString(text.Length - Left.Length, Left.Length) == Left;

    /// <summary>Without hinting: the same shapes on every machine.</summary>
    private static SKFont Font(SKTypeface face, float size) =>
        new(face, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PrintFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The typeface {name} is not in this build.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
