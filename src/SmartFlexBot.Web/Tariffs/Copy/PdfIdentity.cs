using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Web.Tariffs.Copy;

/// <summary>
/// Skia makes up the id that PDF/A demands from the clock, in the XMP metadata and in the trailer. An id from the content instead
/// lets the same agreement give the same bytes. It is as long, so that no offset in the file moves.
/// </summary>
internal static partial class PdfIdentity
{
    /// <exception cref="InvalidOperationException">The document has no id.</exception>
    public static byte[] FromContent(byte[] pdf)
    {
        // Latin-1 keeps every byte as it is.
        var document = Encoding.Latin1.GetString(pdf);
        var madeUp = DocumentId().Match(document) is { Success: true } id
            ? id.Groups[1].Value
            : throw new InvalidOperationException("The PDF has no document id.");

        var blank = Replace(document, madeUp, Guid.Empty.ToString());
        var own = new Guid(SHA256.HashData(Encoding.Latin1.GetBytes(blank)).AsSpan(..16)).ToString();
        return Encoding.Latin1.GetBytes(Replace(document, madeUp, own));
    }

    private static string Replace(string document, string id, string other) => document
        .Replace(id, other, StringComparison.Ordinal)
        .Replace(TrailerId(id), TrailerId(other), StringComparison.Ordinal);

    private static string TrailerId(string id) => id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("<xmpMM:DocumentID>uuid:([0-9a-f-]{36})</xmpMM:DocumentID>")]
    private static partial Regex DocumentId();
}
