using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Onboarding.Markets;

/// <summary>The supplier's own look. What is left out stays as it is shipped.</summary>
/// <param name="Accent">Buttons and links on light pages, such as "#0b6e5f".</param>
/// <param name="AccentOnDark">The same on dark pages, such as "#63d2b8".</param>
/// <param name="Logo">A square SVG or PNG file beside the market's settings.</param>
public sealed partial record BrandSettings(string? Accent = null, string? AccentOnDark = null, string? Logo = null)
{
    /// <summary>WCAG 2.2, 1.4.3: text of normal size.</summary>
    private const double LeastContrast = 4.5;

    private static readonly string[] LogoTypes = [".svg", ".png"];

    /// <param name="folder">Where the market's settings are.</param>
    /// <returns>What is wrong, as the end of a sentence; null when all is well.</returns>
    public string? WrongIn(string folder) =>
        WrongColour("accent", Accent, "#ffffff") ?? WrongColour("accentOnDark", AccentOnDark, "#1d2826") ?? WrongLogo(folder);

    private static string? WrongColour(string name, string? colour, string page) => colour switch
    {
        null => null,
        _ when !Colour().IsMatch(colour) => $"brand.{name} is '{colour}'; it must be a colour such as #0b6e5f",
        _ when Contrast(colour, page) < LeastContrast =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"brand.{name} {colour} cannot be read on {page}: the contrast must be at least {LeastContrast}"),
        _ => null,
    };

    private string? WrongLogo(string folder) => Logo switch
    {
        null => null,
        _ when Path.GetFileName(Logo) != Logo || !LogoTypes.Contains(Path.GetExtension(Logo)) =>
            $"brand.logo is '{Logo}'; it must be the name of an .svg or .png file beside it",
        _ when !File.Exists(Path.Combine(folder, Logo)) => $"brand.logo is '{Logo}', and {folder} has no such file",
        _ => null,
    };

    /// <summary>As WCAG 2.2 defines it, from 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));

        double Part(int start) => Linear(Convert.ToInt32(colour.Substring(start, 2), 16) / 255.0);
    }

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
