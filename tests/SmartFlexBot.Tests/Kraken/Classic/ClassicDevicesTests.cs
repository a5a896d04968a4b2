using SmartFlexBot.Kraken.Classic;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Classic;

/// <summary>Which device is the one of this onboarding.</summary>
public sealed class ClassicDevicesTests
{
    private static readonly ClassicState Start = new("A-1", 7, Revision: 1, ["ELECTRIC_VEHICLES"], ["OLD"]);
    private static readonly ClassicState SigningIn = Start with
    {
        SignIn = new("https://maker.example.test", default, null),
        Pending = new("code", null, []),
    };

    private static readonly DeviceSnapshot New = new(
        "NEW", null, DeviceKind.ElectricVehicle, null, null, "TESLA", 7, "ONBOARDING", null, null, null);

    [Fact]
    public void A_device_that_appears_during_the_sign_in_is_ours()
    {
        var noticed = ClassicDevices.Notice(SigningIn, [New]);
        (noticed.IsRegistered, noticed.DeviceId, noticed.SignIn, noticed.Pending).ShouldBe((true, "NEW", null, null));
        ClassicDevices.Notice(Start with { IsRegistered = true }, [New]).DeviceId.ShouldBe("NEW");
    }

    public static TheoryData<DeviceSnapshot> Others => new()
    {
        New with { Id = "OLD" },
        New with { PropertyId = 8 },
        New with { Lifecycle = "RETIRED" },
        New with { Kind = DeviceKind.HeatPump },
    };

    [Theory, MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void One_that_was_there_or_is_elsewhere_or_gone_or_of_another_kind_is_not(DeviceSnapshot device) =>
        ClassicDevices.Notice(SigningIn, [device]).ShouldBeSameAs(SigningIn);

    [Fact]
    public void Before_a_sign_in_and_once_it_is_known_nothing_is_noticed()
    {
        ClassicDevices.Notice(Start, [New]).ShouldBeSameAs(Start);
        var known = SigningIn with { DeviceId = "D" };
        ClassicDevices.Notice(known, [New]).ShouldBeSameAs(known);
        ClassicDevices.Notice(SigningIn, []).ShouldBeSameAs(SigningIn);
    }

    [Fact]
    public void A_charge_point_and_a_device_that_names_no_home_count_too()
    {
        ClassicDevices.Notice(SigningIn, [New with { Kind = DeviceKind.ChargePoint, PropertyId = null }]).DeviceId.ShouldBe("NEW");
        ClassicDevices.FindHalfway([New with { Kind = DeviceKind.ChargePoint, PropertyId = null }], 7)!.Id.ShouldBe("NEW");
    }

    [Theory]
    [InlineData("ONBOARDING", 7, true)]
    [InlineData("LIVE", 7, false)]
    [InlineData("RETIRED", 7, false)]
    [InlineData("ONBOARDING", 8, false)]
    public void What_is_half_way_is_neither_live_nor_gone_and_of_this_home(string lifecycle, int home, bool isHalfway) =>
        (ClassicDevices.FindHalfway([New with { Lifecycle = lifecycle, PropertyId = home }], 7) is not null).ShouldBe(isHalfway);

    [Fact]
    public void A_known_device_is_found_among_the_others()
    {
        ClassicDevices.FindHalfway([New with { Kind = DeviceKind.HeatPump }], 7).ShouldBeNull();
        ClassicDevices.Find(Start, [New]).ShouldBeNull();
        ClassicDevices.Find(Start with { DeviceId = "NEW" }, [New with { Id = "X" }, New])!.Id.ShouldBe("NEW");
        ClassicDevices.Find(Start with { DeviceId = "GONE" }, [New]).ShouldBeNull();
    }
}
