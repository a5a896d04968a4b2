using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>
/// The public REST of products: the market's tariff.productsAddress, else the "v1/" beside the GraphQL address. Both
/// https://api.octopus.energy/v1/graphql/ and https://host/simulator/graphql have one: .../v1/ and .../simulator/v1/.
/// </summary>
internal sealed record ProductsAddress(Uri Base)
{
    private const string Version = "v1/";

    /// <exception cref="InvalidDataException">There is none; the message says which setting to set.</exception>
    public static ProductsAddress Of(Uri? setting, string? endpoint)
    {
        var address = setting is null ? Beside(endpoint) : new Uri(setting.OriginalString.TrimEnd('/') + "/", UriKind.RelativeOrAbsolute);
        return address is { IsAbsoluteUri: true }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? new(address)
            : throw new InvalidDataException(
                "Set tariff.productsAddress in the market's settings to the REST address of products (https, or http on this machine): "
                    + "Kraken:Endpoint does not end in graphql.");
    }

    public static ProductsAddress Of(MarketSettings market, KrakenOptions options) => Of(market.Tariff?.ProductsAddress, options.Endpoint);

    private static Uri? Beside(string? endpoint)
    {
        if (!Uri.TryCreate(endpoint?.TrimEnd('/'), UriKind.Absolute, out var graphql)
            || !graphql.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal))
        {
            return null;
        }

        var parent = new Uri(graphql, ".");
        return parent.AbsolutePath.EndsWith($"/{Version}", StringComparison.Ordinal) ? parent : new Uri(parent, Version);
    }
}
