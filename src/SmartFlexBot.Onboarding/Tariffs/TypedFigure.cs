using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>A figure of a month that somebody types with its unit: "800 miles", "about 14,400 km a year", "£97.50". Pure.</summary>
internal static partial class TypedFigure
{
    private const int MonthsOfYear = 12;

    /// <param name="units">Words that stand after the figure, and signs such as "£", which may stand before it.</param>
    /// <param name="yearly">Words after a figure, before the next one, that make it one of a year.</param>
    /// <returns>Null when there is no figure with such a unit.</returns>
    public static decimal? Of(string text, IReadOnlyList<string> units, IReadOnlyList<string> yearly)
    {
        foreach (Match number in Number().Matches(text))
        {
            var (before, after) = (text[..number.Index].TrimEnd(), text[(number.Index + number.Length)..].TrimStart());
            if (units.Any(unit => Begins(after, unit) || IsSign(unit) && before.EndsWith(unit, StringComparison.Ordinal)))
            {
                var own = Number().Match(after) is { Success: true } next ? after[..next.Index] : after;
                var isYearly = yearly.Any(year => own.Contains(year, StringComparison.OrdinalIgnoreCase));
                return Read(number.Value) / (isYearly ? MonthsOfYear : 1);
            }
        }

        return null;
    }

    private static bool IsSign(string unit) => !char.IsLetter(unit[0]);

    /// <summary>"km" begins "km a month", and not "kmh".</summary>
    private static bool Begins(string text, string unit) => text.StartsWith(unit, StringComparison.OrdinalIgnoreCase)
        && (text.Length == unit.Length || IsSign(unit) || !char.IsLetter(text[unit.Length]));

    /// <summary>Three digits after a mark are thousands; one or two are decimals, whatever the language.</summary>
    private static decimal Read(string number)
    {
        var plain = Thousands().Replace(number, "").Replace(',', '.');
        return decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d{1,3}(?:[.,'’\u00A0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[.,'’\u00A0 ](?=\d{3}(?!\d))")]
    private static partial Regex Thousands();
}
