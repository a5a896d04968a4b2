using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

public sealed class OptionMatchTests
{
    private static readonly WizardOption None = Option("NONE", "NONE");

    private static readonly (string Case, WizardStep Step, Journey Journey, string? Found)[] Table =
    [
        ("the make by its label", Makes(Option("1", "Tesla"), Option("2", "Kia")), Named, "1"),
        ("whatever the case and the spaces", Makes(Option("1", " TESLA "), Option("2", "Kia")), Named, "1"),
        ("the make beside the label", Makes(new("1", "Tesla (cars)", Make: "Tesla"), Option("2", "Kia")), Named, "1"),
        ("part of a name is another name", Makes(Option("1", "Tesla Motors"), Option("2", "Kia")), Named, null),
        ("two that fit", Makes(Option("1", "Tesla"), Option("2", "Tesla")), Named, null),
        ("a make that is not offered", Makes(Option("2", "Kia")), Named, null),
        ("no options", Makes(), Named, null),
        ("nothing known", Makes(Option("1", "Tesla")), Fresh, null),
        ("no car", Makes(Option("1", "Tesla"), None), Named with { Vehicle = DeviceAnswer.None }, "NONE"),
        ("no car, in small letters", Makes(Option("1", "Tesla"), Option("none", "none")), Named
            with { Vehicle = DeviceAnswer.None }, "none"),
        ("no car, and no such choice", Makes(Option("1", "Tesla")), Named with { Vehicle = DeviceAnswer.None }, null),
        ("a label that says none is not the id", Makes(Option("1", "none")), Named with { Vehicle = DeviceAnswer.None }, null),
        ("an unknown brand", Makes(Option("1", "Tesla"), None), Named with { Vehicle = Unknown }, "NONE"),
        ("the charger's make", new WizardStep.SelectMake("s", Charger, [Option("1", "Ohme"), Option("2", "Tesla")]), Named, "1"),
        ("a heat pump's make", new WizardStep.SelectMake("s", DeviceKind.HeatPump, [Option("1", "Tesla")]), Named, null),
        ("the variant by the tenant's id", Variants(
            Option("v-tesla", "Something else"), Option("2", "Model 3 Long Range")), Named, "v-tesla"),
        ("the variant by its model", Variants(Option("1", "Model 3 Long Range"), Option("2", "Model Y")), Named, "1"),
        ("the variant by its battery", Variants(
            new("1", "Model 3 Long Range", BatterySize: 60), new("2", "Model 3 Long Range", BatterySize: 75)), Named, "2"),
        ("two with the same battery", Variants(
            new("1", "Model 3 Long Range", BatterySize: 75), new("2", "Model 3 Long Range", BatterySize: 75)), Named, null),
        ("no variant id is not the empty id", Variants(Option("", "Model Y"), Option("2", "Model S")), Named with { Vehicle = Kia }, null),
        ("no charger", new WizardStep.SelectVariant("s", Charger, [Option("1", "Home Pro"), None]), Named
            with { ChargePoint = DeviceAnswer.None }, "NONE"),
        ("an unknown charger", new WizardStep.SelectVariant("s", Charger, [Option("1", "Home Pro"), None]), Named
            with { ChargePoint = Unknown }, "NONE"),
        ("a make without a model", Variants(Option("1", "Model 3"), Option("2", "Model Y")), Named with { Vehicle = new("Tesla") }, null),
        ("the power tells two apart", new WizardStep.SelectVariant("s", Charger,
            [new("1", "Home Pro", PowerInKw: 22), new("2", "Home Pro", PowerInKw: 7.4m)]), Named, "2"),
        ("cars among the types", new WizardStep.SelectDeviceType(
            "s", [Option("HEAT_PUMPS", "x"), Option("electric_vehicles", "y")]), Fresh, "electric_vehicles"),
        ("the maker's own cars are the customer's choice", new WizardStep.SelectUserVehicle(
            "s", [Option("1", "Model 3 Long Range")]), Named, null),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_option_is_found_when_it_is_surely_the_one(string @case)
    {
        var row = Table.Single(row => row.Case == @case);

        OptionMatch.Find(row.Step, row.Journey)?.Id.ShouldBe(row.Found);
        (OptionMatch.Find(row.Step, row.Journey) is null).ShouldBe(row.Found is null);
    }

    private static WizardStep.SelectMake Makes(params WizardOption[] options) => new("s", Car, options);

    private static WizardStep.SelectVariant Variants(params WizardOption[] options) => new("s", Car, options);
}
