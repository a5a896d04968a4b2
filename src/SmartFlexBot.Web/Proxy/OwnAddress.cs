using System.Globalization;

namespace SmartFlexBot.Web.Proxy;

/// <summary>Where this host listens, as it can reach itself.</summary>
internal static class OwnAddress
{
    /// <summary>Kestrel's own, when no setting says otherwise.</summary>
    private const string Default = "http://localhost:5000";

    public static Uri Of(IConfiguration configuration)
    {
        var written = First(configuration["urls"])
            ?? (First(configuration["http_ports"]) is { } http ? $"http://localhost:{http}" : null)
            ?? (First(configuration["https_ports"]) is { } https ? $"https://localhost:{https}" : Default);
        try
        {
            var address = BindingAddress.Parse(written);
            // "Any address" is a way to listen, and none to call.
            var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            return new Uri(string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}"));
        }
        catch (FormatException)
        {
            throw new InvalidDataException(
                $"The address to listen at is '{written}'. Write --urls (or ASPNETCORE_URLS) like http://127.0.0.1:8080.");
        }
    }

    /// <summary>What is listened at without a certificate comes first: that is how the host calls itself.</summary>
    private static string? First(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .OrderBy(one => one.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
}
