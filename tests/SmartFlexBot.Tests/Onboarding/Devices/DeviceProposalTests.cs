using SmartFlexBot.Onboarding.Devices;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

public sealed class DeviceProposalTests
{
    private static DeviceAnswer? NotSaid => null;
    private static readonly DeviceAnswer Dead = Tesla with { IsIntegrationLive = false };
    private static readonly DeviceAnswer Alive = Tesla with { IsIntegrationLive = true };
    private static readonly DeviceAnswer DeadCharger = Ohme with { IsIntegrationLive = false };
    private static readonly DeviceAnswer AliveCharger = Ohme with { IsIntegrationLive = true };
    private static readonly DeviceAnswer DeadKia = Kia with { IsIntegrationLive = false };

    private static readonly
        (string Case, DeviceAnswer? Car, DeviceAnswer? Charger, DeviceKind? Kind, ProposalReason Reason, bool Other)[] Table =
    [
        ("nothing said", NotSaid, NotSaid, null, default, false),
        ("neither", DeviceAnswer.None, DeviceAnswer.None, null, default, false),
        ("unknown brands", Unknown, Unknown, null, default, false),
        ("a car alone", Tesla, DeviceAnswer.None, Car, ProposalReason.OnlyDevice, false),
        ("a car and an unknown charger", Tesla, Unknown, Car, ProposalReason.OnlyDevice, false),
        ("a car that is not live, alone", Dead, DeviceAnswer.None, Car, ProposalReason.OnlyDevice, false),
        ("a car the charger is better for, alone", Kia, NotSaid, Car, ProposalReason.OnlyDevice, false),
        ("a charger alone", DeviceAnswer.None, Ohme, Charger, ProposalReason.OnlyDevice, false),
        ("a charger and an unknown car", Unknown, Ohme, Charger, ProposalReason.OnlyDevice, false),
        ("a charger that is not live, alone", NotSaid, DeadCharger, Charger, ProposalReason.OnlyDevice, false),
        ("both, nothing told", Tesla, Ohme, Car, ProposalReason.CarTellsBatteryLevel, true),
        ("both live", Alive, AliveCharger, Car, ProposalReason.CarTellsBatteryLevel, true),
        ("live or not told is the same", Alive, Ohme, Car, ProposalReason.CarTellsBatteryLevel, true),
        ("only the car is live", Alive, DeadCharger, Car, ProposalReason.OtherIsNotLive, false),
        ("only the charger is live", Dead, AliveCharger, Charger, ProposalReason.OtherIsNotLive, false),
        ("neither is live", Dead, DeadCharger, Car, ProposalReason.CarTellsBatteryLevel, true),
        ("the market prefers the charger", Kia, Ohme, Charger, ProposalReason.ChargePointIsMoreReliable, true),
        ("the market's make in other letters", Kia with { Make = "KIA" }, Ohme, Charger, ProposalReason.ChargePointIsMoreReliable, true),
        ("the market prefers the charger, which is not live", Kia, DeadCharger, Car, ProposalReason.OtherIsNotLive, false),
        ("the market prefers the charger, and the car is not live", DeadKia, Ohme, Charger, ProposalReason.OtherIsNotLive, false),
        ("the market prefers the charger, neither is live", DeadKia, DeadCharger, Car, ProposalReason.CarTellsBatteryLevel, true),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_better_device_is_proposed_with_its_reason(string @case)
    {
        var (_, car, charger, kind, reason, other) = Table.Single(row => row.Case == @case);

        DeviceProposal.Of(car, charger, Shipped.Market).ShouldBe(kind is { } proposed ? new DeviceProposal(proposed, reason, other) : null);
    }

    [Fact]
    public void A_market_without_the_rule_proposes_the_car() =>
        DeviceProposal.Of(Kia, Ohme, Shipped.Market with { ChargePointFirstMakes = [] }).ShouldNotBeNull().Kind.ShouldBe(Car);
}
