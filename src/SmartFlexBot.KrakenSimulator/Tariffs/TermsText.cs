using System.Globalization;
using SmartFlexBot.KrakenSimulator.Provider;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>The made-up terms of a product.</summary>
internal static class TermsText
{
    public static string Markdown(TariffProduct product) =>
        $"# {product.Terms!.Name}\n\n{string.Join("\n\n", Paragraphs(product))}\n";

    public static string Html(TariffProduct product) =>
        string.Concat(Paragraphs(product).Select(paragraph => $"<p>{HtmlPage.Encode(paragraph)}</p>\n"));

    private static IEnumerable<string> Paragraphs(TariffProduct product)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"{product.Terms!.EffectiveFrom:yyyy-MM-dd}");
        yield return product.Terms.Version is { } version ? $"Version {version}, in force from {from}." : $"In force from {from}.";
        yield return $"{product.FullName}. {product.Description}";
        yield return product.IsFixed
            ? $"The price is fixed for {product.TermMonths} months. An exit fee is due when you leave earlier."
            : "The price may change. You can leave at any time, and leaving costs nothing.";
        if (product.WaitsForTestCharge)
        {
            yield return "The tariff begins when your device has passed its test charge.";
        }
    }
}
