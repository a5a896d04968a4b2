namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>A tariff's code is its product's with the letter of a GB region, such as E-1R-STANDARD-VAR-25-01-01-A.</summary>
internal static class TariffCodes
{
    /// <summary>Where the demo customers live.</summary>
    public const char DemoRegion = 'A';

    /// <summary>The electricity regions of Great Britain.</summary>
    public const string Regions = "ABCDEFGHJKLMNP";

    private const string Prefix = "E-1R-";

    public static string Of(string productCode, char region) => $"{Prefix}{productCode}-{region}";

    public static bool IsOf(string productCode, string tariffCode) => Regions.Any(region => Of(productCode, region) == tariffCode);
}
