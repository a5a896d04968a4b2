using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Web.Page.Brand;

/// <summary>Whose page it is, and how it looks.</summary>
/// <param name="Supplier">Empty where no market says so.</param>
/// <param name="LogoPath">The supplier's own file; null: the one that is shipped.</param>
internal sealed record PageBrand(string Supplier, BrandSettings Settings, string? LogoPath)
{
    public static PageBrand None { get; } = new("", new(), LogoPath: null);

    /// <param name="folder">Where the market's settings are.</param>
    public static PageBrand Of(MarketSettings market, string folder)
    {
        var settings = market.Brand ?? new();
        return new(market.Supplier, settings, settings.Logo is { } logo ? Path.GetFullPath(Path.Combine(folder, logo)) : null);
    }

    /// <summary>What the supplier's colours change of css/tokens.css; empty where there are none.</summary>
    public string Style => Tokens(Settings.Accent, "white", "black", "white") is var light && Settings.AccentOnDark is null
        ? light
        : $"{light}@media (prefers-color-scheme: dark) {{ {Tokens(Settings.AccentOnDark, "#151e1c", "white", "#0b1110")} }}\n";

    private static string Tokens(string? accent, string page, string strong, string on) => accent is null ? "" :
        ":root { "
        + $"--accent: {accent}; --accent-strong: color-mix(in srgb, {accent} 78%, {strong}); --on-accent: {on}; "
        + $"--accent-soft: color-mix(in srgb, {accent} 13%, {page}); --own-bubble: color-mix(in srgb, {accent} 17%, {page}); }}\n";
}
