using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Provider;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>The supplier's page with the whole terms of a product.</summary>
internal static class TermsPage
{
    public static void MapTermsPage(this IEndpointRouteBuilder simulator) =>
        simulator.MapGet($"{Links.TermsPath["/simulator".Length..]}/{{code}}/{{version?}}", Show);

    private static IResult Show(HttpContext http, string code, string? version, ProductBook products)
    {
        if (products.Find(code) is not { Terms: { } terms } product)
        {
            return HtmlPage.Show(http, "No such terms", "<p>There is no product with this code, or it has no terms.</p>",
                status: StatusCodes.Status404NotFound, standsFor: "the supplier’s");
        }

        var replaced = version == terms.Version
            ? ""
            : $"<p><strong>This version is no longer in force. The terms below have replaced it.</strong></p>";
        return HtmlPage.Show(http, terms.Name, replaced + TermsText.Html(product), standsFor: "the supplier’s");
    }
}
