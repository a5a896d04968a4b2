using System.Globalization;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>How numbers are written where a customer is. An unknown place falls back to its language without the region, and then to English.</summary>
internal static class Cultures
{
    /// <param name="locale">"de-CH" or "de_CH", or anything else: clients send what they like.</param>
    public static CultureInfo Of(string? locale)
    {
        var name = (locale ?? "").Trim().Replace('_', '-');
        return Known(name) ?? Known(name.Split('-')[0]) ?? CultureInfo.GetCultureInfo("en");
    }

    private static CultureInfo? Known(string name)
    {
        try
        {
            return name.Length > 0 ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
