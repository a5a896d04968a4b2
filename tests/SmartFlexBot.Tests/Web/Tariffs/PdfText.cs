using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Tests.Web.Tariffs;

/// <summary>
/// The words of a PDF as a reader's search finds them: each page's glyphs by the table that says which characters they are.
/// </summary>
internal sealed partial class PdfText(byte[] pdf)
{
    private readonly string _document = Encoding.Latin1.GetString(pdf);

    public int Pages => PageObject().Count(_document);

    /// <summary>Without blanks: what stands apart on paper has none between it. Read anew each time.</summary>
    public string Words => string.Concat(PageObject().Matches(_document).Select(page => WordsOf(page.Value)));

    public static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private string WordsOf(string page)
    {
        var tables = FontName().Matches(page).ToDictionary(font => font.Groups[1].Value, font => TableOf(Object(font.Groups[2].Value)));
        var words = new StringBuilder();
        var table = tables.Values.First();
        foreach (Match mark in Mark().Matches(Stream(ContentsOf().Match(page).Groups[1].Value)))
        {
            if (mark.Groups[1].Success)
            {
                table = tables[mark.Groups[1].Value];
            }
            else
            {
                foreach (var glyph in mark.Groups[2].Value.Chunk(4))
                {
                    words.Append(table[new(glyph)]);
                }
            }
        }

        return Squeezed(words.ToString());
    }

    private Dictionary<string, string> TableOf(string font)
    {
        var table = new Dictionary<string, string>();
        var map = Stream(ToUnicode().Match(font).Groups[1].Value);
        foreach (Match range in Range().Matches(map))
        {
            var (first, last, letter) = (Hex(range.Groups[1].Value), Hex(range.Groups[2].Value), Hex(range.Groups[3].Value));
            for (var glyph = first; glyph <= last; glyph++)
            {
                table[glyph.ToString("X4", CultureInfo.InvariantCulture)] = char.ConvertFromUtf32(letter + glyph - first);
            }
        }

        foreach (Match single in Single().Matches(map))
        {
            table.TryAdd(single.Groups[1].Value, char.ConvertFromUtf32(Hex(single.Groups[2].Value)));
        }

        return table;
    }

    private string Object(string number) =>
        Regex.Match(_document, $@"\n{number} 0 obj\n(.*?)endobj", RegexOptions.Singleline).Groups[1].Value;

    private string Stream(string number)
    {
        var packed = Regex.Match(Object(number), @"stream\n(.*)\nendstream", RegexOptions.Singleline).Groups[1].Value;
        using var unpacked = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<</Type /Page\n.*?endobj", RegexOptions.Singleline)]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex ContentsOf();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <([0-9A-F]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Single();
}
