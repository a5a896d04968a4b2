namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Addresses that a customer may be sent to.</summary>
internal static class Links
{
    /// <returns>Null for anything but a web address.</returns>
    public static Uri? Read(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;
}
