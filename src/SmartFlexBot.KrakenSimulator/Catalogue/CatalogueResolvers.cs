using GraphQL;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Catalogue;

internal sealed class CatalogueResolvers(ProductCatalogue catalogue) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.PublicQuery("electricVehicles", ElectricVehicles);
        fields.PublicQuery("chargePointVariants", _ => Makes(catalogue.ChargePoints));
        fields.PublicQuery("flexSupportedDevices", FlexSupportedDevices);
    }

    private IReadOnlyList<MakeView> ElectricVehicles(IResolveFieldContext context)
    {
        var make = context.GetArgument<string?>("make");
        var provider = context.GetArgument<string?>("supportedProvider");
        var isLive = context.GetArgument<bool?>("isIntegrationLive");
        return Makes(catalogue.Cars.Where(car =>
            (make is null || string.Equals(car.Make, make, StringComparison.OrdinalIgnoreCase))
            && (provider is null || car.Providers.Contains(provider))
            && (isLive is null || car.IsIntegrationLive == isLive)));
    }

    private SupportedDevicesView FlexSupportedDevices(IResolveFieldContext context)
    {
        var old = context.GetArgument<string?>("deviceType");
        var kind = context.GetArgument<string?>("supportedDeviceType");
        if ((old is null) == (kind is null))
        {
            throw KrakenError.Of("KT-CT-4342");
        }

        var deviceType = old ?? (kind == "CHARGE_POINTS" ? "ELECTRIC_VEHICLES" : kind!);
        return new(deviceType, kind, Supported(kind ?? old!));
    }

    private IReadOnlyList<SupportedMakeView> Supported(string kind) => kind switch
    {
        "ELECTRIC_VEHICLES" => Live(catalogue.Cars),
        "CHARGE_POINTS" => Live(catalogue.ChargePoints),
        "HEAT_PUMPS" => [.. OtherProducts.HeatPumps.GroupBy(pump => pump.Make, pump => new SupportedModelView(pump.Model))
            .Select(make => new SupportedMakeView(make.Key, [.. make]))],
        "INVERTERS" => [.. OtherProducts.InverterMakes.Select(make => new SupportedMakeView(make, []))],
        _ => [],
    };

    private static IReadOnlyList<SupportedMakeView> Live(IEnumerable<Product> products) =>
        [.. products.Where(product => product.IsIntegrationLive)
            .GroupBy(product => product.Make)
            .Select(make => new SupportedMakeView(make.Key, [.. make.Select(product => new SupportedModelView(product.Model))]))];

    private static IReadOnlyList<MakeView> Makes(IEnumerable<Product> products) =>
        [.. products.GroupBy(product => product.Make)
            .Select(make => new MakeView(make.Key, [.. make.Select(product => new ModelView(product))]))];
}
