using GraphQL;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed class ProductResolvers(ProductBook products) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.PublicQuery("energyProduct", context => Find(context, "code") is { } product ? new EnergyProductView(product) : null);
        fields.PublicQuery("termsAndConditionsForProduct", Terms);
    }

    /// <summary>Those in force: one, or none when the product is unknown or has none.</summary>
    private IReadOnlyList<TermsView> Terms(IResolveFieldContext context)
    {
        if (Find(context, "productCode") is not { Terms: { } terms } product)
        {
            return [];
        }
        // The address is of a page and not of a PDF: the simulator makes none.
        var address = Links.Terms(RequestContext.Of(context).BaseUri, product.Code, terms.Version).AbsoluteUri;
        return [new(
            terms.Name, address, "DEMO_ENERGY", TermsText.Markdown(product), TermsText.Html(product), terms.Version, terms.EffectiveFrom)];
    }

    private TariffProduct? Find(IResolveFieldContext context, string argument) => products.Find(context.GetArgument<string>(argument));
}
