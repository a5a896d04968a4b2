using System.Globalization;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>Figures as customers read them. Nothing is rounded: what is shown is what the origin says.</summary>
public static class FigureText
{
    /// <summary>"28.64p", "20 ct", "£75.00"; without what it is for. A sum and its unit stay on one line (U+00A0).</summary>
    public static string Amount(Figure figure, CultureInfo culture) => figure switch
    {
        { IsMinor: true, Per: FigurePer.Once or FigurePer.Month } =>
            Amount(figure with { Amount = figure.Amount / 100, IsMinor = false }, culture),
        { IsMinor: true, Currency: "GBP" } => $"{Plain(figure.Amount, culture)}p",
        { IsMinor: true, Currency: "EUR" } => $"{Plain(figure.Amount, culture)}\u00A0ct",
        { IsMinor: true } => Amount(figure with { Amount = figure.Amount / 100, IsMinor = false }, culture),
        _ => Money(figure.Amount, figure.Currency, culture),
    };

    /// <summary>A sum in whole units of a currency: "£75.00", "75,00 €".</summary>
    public static string Money(decimal amount, string currency, CultureInfo culture) => currency switch
    {
        "GBP" => $"£{Whole(amount, culture)}",
        "EUR" when culture.TwoLetterISOLanguageName == "en" => $"€{Whole(amount, culture)}",
        _ => $"{Whole(amount, culture)}\u00A0{Symbol(currency)}",
    };

    /// <summary>"£", "€"; a currency that has none of its own is called by its code.</summary>
    public static string Symbol(string currency) => currency switch
    {
        "GBP" => "£",
        "EUR" => "€",
        _ => currency,
    };

    /// <summary>As many decimals as the origin has, without zeros at the end.</summary>
    private static string Plain(decimal amount, CultureInfo culture) => amount.ToString("#,0.##########", culture);

    /// <summary>Two decimals at least, as money is written.</summary>
    private static string Whole(decimal amount, CultureInfo culture) => amount.ToString("#,0.00########", culture);
}
