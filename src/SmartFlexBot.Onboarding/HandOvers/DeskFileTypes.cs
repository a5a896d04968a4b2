namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>What may be sent along: pictures and documents that no browser takes for a program.</summary>
public enum DeskFileType
{
    Jpeg,
    Png,
    WebP,
    Pdf,
}

/// <summary>Tells a type by the bytes that a file of it begins with (its magic number), whatever it is called. Pure.</summary>
public static class DeskFileTypes
{
    /// <summary>Told to who sent something else.</summary>
    public const string Taken = "JPEG, PNG, WebP and PDF";

    private const int WebPMark = 8;

    /// <returns>Null for what is not taken.</returns>
    public static DeskFileType? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? DeskFileType.Jpeg
        : content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? DeskFileType.Png
        : content.StartsWith("RIFF"u8) && content.Length > WebPMark && content[WebPMark..].StartsWith("WEBP"u8) ? DeskFileType.WebP
        : content.StartsWith("%PDF-"u8) ? DeskFileType.Pdf
        : null;

    public static string MediaTypeOf(DeskFileType type) => type switch
    {
        DeskFileType.Jpeg => "image/jpeg",
        DeskFileType.Png => "image/png",
        DeskFileType.WebP => "image/webp",
        DeskFileType.Pdf => "application/pdf",
    };

    /// <summary>With its dot.</summary>
    public static string ExtensionOf(DeskFileType type) => type switch
    {
        DeskFileType.Jpeg => ".jpg",
        DeskFileType.Png => ".png",
        DeskFileType.WebP => ".webp",
        DeskFileType.Pdf => ".pdf",
    };

    /// <summary>A browser shows it as a picture; all else is downloaded.</summary>
    public static bool IsPicture(DeskFileType type) => type != DeskFileType.Pdf;
}
