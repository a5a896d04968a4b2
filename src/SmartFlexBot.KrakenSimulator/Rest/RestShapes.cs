using SmartFlexBot.KrakenSimulator.Tariffs;


namespace SmartFlexBot.KrakenSimulator.Rest;

/// <summary>Products and rates in the words of the public REST.</summary>
internal static class RestShapes
{
    private const string Brand = "DEMO_ENERGY";

    public static RestProductEntry Entry(TariffProduct product) => new(
        product.Code, "IMPORT", product.FullName, product.DisplayName, product.Description, !product.IsFixed, false, false,
        false, false, false, product.TermMonths, product.AvailableFrom, null, Brand);

    public static RestProduct Product(TariffProduct product) => new(
        product.Code, product.FullName, product.DisplayName, product.Description, !product.IsFixed, false, false, false,
        false, false, product.TermMonths, product.AvailableFrom, null, Brand,
        TariffCodes.Regions.ToDictionary(region => $"_{region}", region => Tariff(product, region)),
        new Dictionary<string, Dictionary<string, RestTariff>>());

    public static RestRate Rate(TariffProduct product, decimal? value, DateTimeOffset from, DateTimeOffset? to) =>
        new(WithoutVat(product, value), value, from.ToUniversalTime(), to?.ToUniversalTime(), null);

    private static Dictionary<string, RestTariff> Tariff(TariffProduct product, char region) => new()
    {
        ["direct_debit_monthly"] = new(
            TariffCodes.Of(product.Code, region), WithoutVat(product, product.StandingCharge), product.StandingCharge,
            // The same twice: the demo fees bear no VAT.
            product.ExitFee, product.ExitFee, EnergyProductView.FeesType(product)),
    };

    private static decimal? WithoutVat(TariffProduct product, decimal? value) =>
        value is { } amount ? Math.Round(amount / (1 + product.VatRate), 4) : null;
}
