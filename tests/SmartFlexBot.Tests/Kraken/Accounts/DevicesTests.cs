using SmartFlexBot.Kraken.Accounts;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Accounts;

public sealed class DevicesTests
{
    [Theory]
    [InlineData("ELECTRIC_VEHICLES", DeviceKind.ElectricVehicle)]
    [InlineData("HEAT_PUMPS", DeviceKind.HeatPump)]
    [InlineData("THERMOSTATS", DeviceKind.Thermostat)]
    [InlineData("INVERTERS", DeviceKind.Inverter)]
    [InlineData("BATTERIES", DeviceKind.Battery)]
    [InlineData("STORAGE_HEATERS", DeviceKind.StorageHeater)]
    public void Krakens_type_of_a_device_is_our_kind_and_back(string type, DeviceKind kind)
    {
        Devices.Kind(type).ShouldBe(kind);
        Devices.DeviceType(kind).ShouldBe(type);
        Read(new(null, "D", null, type, null, null, null, null, null, null)).Kind.ShouldBe(kind);
    }

    [Fact]
    public void What_we_do_not_know_is_another_kind_and_a_charge_point_is_registered_as_a_car_is()
    {
        Devices.Kind("WASHING_MACHINES").ShouldBe(DeviceKind.Other);
        Devices.Kind(null).ShouldBe(DeviceKind.Other);
        Devices.DeviceType(DeviceKind.Other).ShouldBe("ELECTRICITY_METERS");
        Devices.DeviceType(DeviceKind.ChargePoint).ShouldBe("ELECTRIC_VEHICLES");
    }

    [Theory]
    [InlineData("SmartFlexVehicle", "INVERTERS", DeviceKind.ElectricVehicle)]
    [InlineData("SmartFlexChargePoint", "ELECTRIC_VEHICLES", DeviceKind.ChargePoint)]
    [InlineData("SmartFlexInverter", null, DeviceKind.Inverter)]
    [InlineData("SmartFlexBattery", null, DeviceKind.Battery)]
    [InlineData("SmartFlexDevice", "THERMOSTATS", DeviceKind.Thermostat)]
    public void The_name_of_its_type_counts_before_the_type(string name, string? type, DeviceKind kind) =>
        Read(new(name, "D", null, type, null, null, null, null, null, null)).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-7", null)]
    [InlineData("seven", null)]
    [InlineData(null, null)]
    public void A_home_has_a_number(string? property, int? expected) =>
        Read(new(null, "D", null, null, null, property, null, null, null, null)).PropertyId.ShouldBe(expected);

    [Theory]
    [InlineData("NONE", null)]
    [InlineData("NOT_AT_HOME", "NOT_AT_HOME")]
    [InlineData(null, null)]
    public void No_reason_is_no_reason(string? reason, string? expected) =>
        Read(new(null, "D", null, null, null, null, new("LIVE", null, null, reason), null, null, null))
            .TestFailureReason.ShouldBe(expected);

    [Theory]
    [InlineData(true, "SMART_CONTROL_CAPABLE", true)]
    [InlineData(false, "SMART_CONTROL_OFF", false)]
    [InlineData(null, "SMART_CONTROL_OFF", true)]
    [InlineData(null, null, false)]
    public void A_tenant_that_does_not_tell_it_outright_tells_by_the_finer_word_that_it_is_turned_off(
        bool? isSuspended, string? state, bool expected) =>
        Read(new(null, "D", null, null, null, null, new("LIVE", state, null, null, isSuspended), null, null, null))
            .IsSuspended.ShouldBe(expected);

    [Fact]
    public void What_has_no_id_is_no_device_and_one_without_a_status_has_no_lifecycle()
    {
        Devices.From([null, new(null, null, "nameless", null, null, null, null, null, null, null)]).ShouldBeEmpty();
        Devices.From(null).ShouldBeEmpty();
        Read(new(null, "D", null, null, null, null, null, null, null, null)).Lifecycle.ShouldBe("");
    }

    private static SmartFlexBot.Onboarding.Ports.DeviceSnapshot Read(DeviceData device) => Devices.From([device]).ShouldHaveSingleItem();
}
