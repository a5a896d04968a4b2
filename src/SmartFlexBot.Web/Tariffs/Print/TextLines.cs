using SkiaSharp;

namespace SmartFlexBot.Web.Tariffs.Print;

/// <summary>Makes text fit a width. Takes drawable text (<see cref="PrintFonts.Drawable"/>).</summary>
internal static class TextLines
{
    private const string Ellipsis = "…";

    /// <summary>The text as it is, or its beginning and "…".</summary>
    public static string Cut(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        var end = Fitting(text, font, width - font.MeasureText(Ellipsis));
        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>Breaks at blanks, and within a word that is wider than the line.</summary>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width) =>
        [.. text.Split('\n').SelectMany(paragraph => WrapParagraph(paragraph, font, width))];

    /// <summary>So many lines at most; the last one is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int most)
    {
        var lines = Wrap(text, font, width);
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Cut(string.Join(' ', lines.Skip(most - 1)), font, width)];
    }

    private static List<string> WrapParagraph(string paragraph, SKFont font, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (font.MeasureText(line) > width)
            {
                var end = Fitting(line, font, width);
                lines.Add(line[..end]);
                line = line[end..];
            }
        }

        // Where not even one character fits, each has a line of its own and nothing is left.
        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>How many characters fit: at least one, and never half of a surrogate pair.</summary>
    private static int Fitting(string text, SKFont font, float width)
    {
        var end = Math.Max(1, font.BreakText(text, Math.Max(0, width)));
        if (end < text.Length && char.IsLowSurrogate(text[end]))
        {
            end += end == 1 ? 1 : -1;
        }

        return end;
    }
}
