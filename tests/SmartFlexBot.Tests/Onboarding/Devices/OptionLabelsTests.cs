using System.Globalization;
using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <summary>Two options of one name can be told apart on their buttons.</summary>
public sealed class OptionLabelsTests
{
    [Fact]
    public void What_has_a_name_of_its_own_needs_nothing_more() =>
        Of(new("1", "Model 3", Year: 2020), new("2", "Model Y", Year: 2021)).ShouldBe(["Model 3", "Model Y"]);

    [Fact]
    public void The_year_tells_and_the_rest_is_left_out() =>
        Of(new("1", "Model 3", Year: 2020, BatterySize: 60, Ending: "1111"), new("2", "Model 3", Year: 2023, BatterySize: 75))
            .ShouldBe(["Model 3 (2020)", "Model 3 (2023)"]);

    [Fact]
    public void What_all_of_them_share_tells_nothing() =>
        Of(new("1", "Leaf", Year: 2020, BatterySize: 40.5m), new("2", "Leaf", Year: 2020, BatterySize: 62))
            .ShouldBe(["Leaf (40.5 kWh)", "Leaf (62 kWh)"]);

    [Fact]
    public void The_power_and_the_end_of_the_number_come_last() =>
        Of(
            new("1", "Box", PowerInKw: 7.4m), new("2", "Box", PowerInKw: 11),
            new("3", "Car", Ending: "1234"), new("4", "Car", Ending: "9876"))
            .ShouldBe(["Box (7.4 kW)", "Box (11 kW)", "Car (…1234)", "Car (…9876)"]);

    [Fact]
    public void One_detail_after_the_other_is_added_where_one_is_not_enough() =>
        Of(new("1", "Zoe", Year: 2019), new("2", "Zoe", Year: 2021, Ending: "1111"), new("3", "Zoe", Year: 2021, Ending: "2222"))
            .ShouldBe(["Zoe (2019)", "Zoe (2021) (…1111)", "Zoe (2021) (…2222)"]);

    [Fact]
    public void Without_any_detail_the_place_tells() =>
        Choosable.Numbered([new("1", "Zoe"), new("2", "Leaf"), new("3", "Zoe")]).Select(item => (item.Id, item.Title))
            .ShouldBe([("1", "Zoe (1)"), ("2", "Leaf"), ("3", "Zoe (2)")]);

    private static IReadOnlyList<string> Of(params WizardOption[] options) => OptionLabels.Of(options, CultureInfo.InvariantCulture);
}
