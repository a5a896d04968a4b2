using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartFlexBot.ProbeBot.Prompts;

/// <summary>Reads a typed number. Pure.</summary>
internal static partial class NumberRecogniser
{
    private const int MaximumLength = 64;

    /// <returns>The number, or null when the text is anything but one number and perhaps a unit.</returns>
    public static decimal? Recognise(string? text, CultureInfo culture, IReadOnlyList<string> units)
    {
        if (text is null || text.Length > MaximumLength)
        {
            return null;
        }

        var number = WithoutUnit(AsciiDigits(text.Trim()), units);
        return Canonical(number, culture) is { } canonical
            && decimal.TryParse(canonical, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>The digits 0 to 9 of any script as the ASCII ones.</summary>
    private static string AsciiDigits(string text) => string.Concat(text.Select(c =>
        CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));

    private static string WithoutUnit(string text, IReadOnlyList<string> units) =>
        units.OrderByDescending(unit => unit.Length)
            .FirstOrDefault(unit => text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) is { } found
            ? text[..^found.Length].TrimEnd()
            : text;

    /// <summary>
    /// Digits with a point. .NET's own parsing reads "77,4" as 774 in English; here a separator before other than three digits is
    /// always the decimal one, and before three digits it is what the culture says.
    /// </summary>
    private static string? Canonical(string number, CultureInfo culture)
    {
        if (Plain().Match(number) is { Success: true } plain)
        {
            var separator = plain.Groups["separator"].Value;
            var groups = separator.Length > 0
                && plain.Groups["fraction"].Length == 3
                && plain.Groups["whole"].Length <= 3
                && plain.Groups["whole"].Value[0] != '0'
                && separator != culture.NumberFormat.NumberDecimalSeparator;
            return Sign(plain) + plain.Groups["whole"].Value + (groups || separator.Length == 0 ? "" : ".") + plain.Groups["fraction"].Value;
        }

        if (Grouped().Match(number) is { Success: true } grouped && grouped.Groups["group"].Value != grouped.Groups["separator"].Value)
        {
            var whole = string.Concat(grouped.Groups["whole"].Value.Where(char.IsAsciiDigit));
            return Sign(grouped) + whole + (grouped.Groups["fraction"].Success ? "." + grouped.Groups["fraction"].Value : "");
        }

        return null;
    }

    private static string Sign(Match match) => match.Groups["sign"].Value is "-" or "\u2212" ? "-" : "";

    [GeneratedRegex(
        @"^(?<sign>[-+\u2212]?)(?<whole>[0-9]+)((?<separator>[.,])(?<fraction>[0-9]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(?<sign>[-+\u2212]?)(?<whole>[0-9]{1,3}(?<group>[ .,'\u2019\u00A0\u202F])[0-9]{3}(\k<group>[0-9]{3})*)((?<separator>[.,])(?<fraction>[0-9]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();
}
