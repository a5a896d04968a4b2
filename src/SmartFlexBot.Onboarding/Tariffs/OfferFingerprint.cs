using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// Names what was shown: two offers with the same fingerprint show a customer the same. The id of a quote and the moment of reading are
/// not in it.
/// </summary>
public static class OfferFingerprint
{
    public static string Of(Tariff offered, Tariff? now, TimeZoneInfo zone)
    {
        var shown = new StringBuilder();
        Append(shown, offered, zone);
        // What leaving costs is part of the decision; what the present tariff costs is not part of the contract.
        shown.Append(CultureInfo.InvariantCulture, $"leaving {Text(now?.ExitFee)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..32];
    }

    private static void Append(StringBuilder shown, Tariff tariff, TimeZoneInfo zone)
    {
        shown.Append(CultureInfo.InvariantCulture,
            $"{tariff.ProductCode}|{tariff.Name}|{tariff.IsFixed}|{tariff.EndsOn:O}|{tariff.TermMonths}|{tariff.StartsOn:O}|");
        foreach (var window in PriceWindows.Of(tariff.Prices, zone))
        {
            shown.Append(CultureInfo.InvariantCulture, $"{window.From:O}-{window.To:O} {Text(window.Price)}|");
        }

        shown.Append(CultureInfo.InvariantCulture,
            $"{Text(tariff.StandingCharge)}|{Text(tariff.ExitFee)}|{tariff.Terms?.Version}|{tariff.Terms?.Url}|");
    }

    private static string Text(Figure? figure) => figure is null
        ? "none"
        : string.Create(CultureInfo.InvariantCulture,
            $"{figure.Amount:0.##########} {figure.Currency} {figure.IsMinor} {figure.Per} {figure.VatIncluded}");
}
