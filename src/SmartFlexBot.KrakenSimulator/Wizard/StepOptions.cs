using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Wizard;

/// <summary>An entry of a list step.</summary>
internal abstract record ListItem(string Id, string TypeName) : ITypedView;

internal sealed record LabelItem(string Id, string Label, string TypeName) : ListItem(Id, TypeName);

/// <summary>A make; its property is read under the name that the type of the item has for it.</summary>
internal sealed record MakeItem(string Id, string TypeName, MakeView Make) : ListItem(Id, TypeName)
{
    public MakeView VehicleMake => Make;

    public MakeView ChargePointMake => Make;

    public MakeView HeatPumpMake => Make;

    public MakeView InverterMake => Make;
}

internal sealed record VariantItem(string Id, string TypeName, Product Product) : ListItem(Id, TypeName)
{
    public MakeView VehicleVariant => new(Product.Make, [new(Product)]);

    public MakeView ChargePointVariant => VehicleVariant;

    public VariantView ElectricVehicleVariant => new(Product);

    public VariantView ElectricChargePointVariant => new(Product);
}

internal sealed record HeatPumpItem(string Id, HeatPumpView HeatPumpVariant) : ListItem(Id, "SelectHeatPumpVariantListItem");

internal sealed record HeatPumpView(string Make, string Model);

internal sealed record UserVehicleItem(string Id, VehicleInformationView Vehicle) : ListItem(Id, "SelectUserVehicleListItem");

internal sealed record VehicleInformationView(string Vin, string Brand, string Model, int Year, string DisplayName)
{
    public static VehicleInformationView Of(GarageCar car) => new(car.Vin, car.Make, car.Model, car.Year, car.DisplayName);
}

/// <summary>What can be chosen in a list step.</summary>
internal static class StepOptions
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["ELECTRIC_VEHICLES"] = "Electric vehicle or charge point",
        ["HEAT_PUMPS"] = "Heat pump",
        ["INVERTERS"] = "Inverter",
        ["BATTERIES"] = "Battery",
        ["THERMOSTATS"] = "Thermostat",
    };

    public static IReadOnlyList<ListItem> Of(string stepType, Account account, WizardFacts facts, ProductCatalogue catalogue)
    {
        var itemType = $"{stepType}ListItem";
        return stepType switch
        {
            StepTypes.SelectDeviceType => [.. account.DeviceTypes.Select(type => new LabelItem(type, Labels[type], itemType))],
            StepTypes.SelectVehicleMake => Makes(catalogue.Cars, itemType),
            StepTypes.SelectChargePointMake => Makes(catalogue.ChargePoints, itemType),
            StepTypes.SelectVehicleVariant => Variants(catalogue.Cars, facts.VehicleMake, itemType),
            StepTypes.SelectChargePointVariant => Variants(catalogue.ChargePoints, facts.ChargePointMake, itemType),
            StepTypes.SelectUserVehicle => [.. account.Garage.Where(car => car.Make == facts.Target?.Make)
                .Select(car => new UserVehicleItem(car.Id, VehicleInformationView.Of(car)))],
            StepTypes.SelectHeatPumpMake =>
                [.. OtherProducts.HeatPumps.Select(pump => pump.Make).Distinct().Select(make => Make(make, itemType))],
            StepTypes.SelectHeatPumpVariant => [.. OtherProducts.HeatPumps.Where(pump => pump.Make == facts.OtherMake)
                .Select(pump => new HeatPumpItem(pump.Model, new(pump.Make, pump.Model)))],
            StepTypes.SelectInverterMake => [.. OtherProducts.InverterMakes.Select(make => Make(make, itemType))],
            StepTypes.SelectInverterSystemType =>
                [.. OtherProducts.InverterSystems.Select(system => new LabelItem(system.Id, system.Label, itemType))],
            _ => [],
        };
    }

    private static IReadOnlyList<ListItem> Makes(IReadOnlyList<Product> products, string itemType) =>
    [
        .. products.Select(product => product.Make).Distinct().Order(StringComparer.OrdinalIgnoreCase).Select(make => Make(make, itemType)),
        new MakeItem(WizardStep.None, itemType, new("Other / none", null)),
    ];

    private static MakeItem Make(string make, string itemType) => new(make, itemType, new(make, null));

    private static IReadOnlyList<ListItem> Variants(IReadOnlyList<Product> products, string? make, string itemType) =>
        [.. products.Where(product => product.Make == make)
            .Select(product => new VariantItem(product.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), itemType, product))];
}
