using SmartFlexBot.Onboarding.TestCharge;
using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Onboarding.TestCharge;

/// <summary>Which text tells why a test charge did not work.</summary>
public sealed class ReasonTextTests
{
    [Theory]
    [InlineData("ASSESSMENTS_FAILED", DeviceKind.ElectricVehicle, true, "reason.ASSESSMENTS_FAILED.Tesla")]
    [InlineData("ASSESSMENTS_FAILED", DeviceKind.ElectricVehicle, false, "reason.ASSESSMENTS_FAILED")]
    [InlineData("ASSESSMENTS_FAILED", DeviceKind.ChargePoint, false, "reason.ASSESSMENTS_FAILED.ChargePoint")]
    [InlineData("UNABLE_TO_COMMUNICATE", DeviceKind.ElectricVehicle, true, "reason.UNABLE_TO_COMMUNICATE")]
    [InlineData("UNABLE_TO_COMMUNICATE", DeviceKind.ChargePoint, false, "reason.UNABLE_TO_COMMUNICATE.ChargePoint")]
    [InlineData("DEVICE_DISCONNECTED", DeviceKind.ChargePoint, false, "reason.DEVICE_DISCONNECTED.ChargePoint")]
    [InlineData("DEVICE_AWAY_FROM_HOME", DeviceKind.ElectricVehicle, false, "reason.DEVICE_AWAY_FROM_HOME")]
    [InlineData("DEVICE_AWAY_FROM_HOME", DeviceKind.ChargePoint, false, "reason.LOCATION.ChargePoint")]
    [InlineData("NOT_AT_HOME", DeviceKind.ChargePoint, false, "reason.LOCATION.ChargePoint")]
    [InlineData("DEVICE_LOCATION_MISSING", DeviceKind.ChargePoint, false, "reason.LOCATION.ChargePoint")]
    [InlineData("SOC_LIMIT_REACHED", DeviceKind.ChargePoint, false, "reason.SOC_LIMIT_REACHED.ChargePoint")]
    [InlineData("NOT_READY", DeviceKind.ChargePoint, false, "reason.NOT_READY.ChargePoint")]
    [InlineData("A_NEW_ONE", DeviceKind.ElectricVehicle, true, "reason.UNKNOWN")]
    [InlineData("A_NEW_ONE", DeviceKind.ChargePoint, false, "reason.UNKNOWN.ChargePoint")]
    public void Follows_from_the_code_and_the_device(string code, DeviceKind device, bool hasVirtualKey, string key) =>
        ReasonText.KeyOf(code, device, hasVirtualKey, Shipped.Texts.Has).ShouldBe(key);

    /// <summary>Every code that Kraken has for it; none tells a charge point to be parked, driven or unlocked.</summary>
    [Fact]
    public void A_charge_point_is_never_spoken_to_as_a_car()
    {
        var codes = TextFiles.KeysOf("en").Where(key => key.StartsWith("reason.", StringComparison.Ordinal))
            .Select(key => key.Split('.')[1]);

        foreach (var code in codes.Distinct())
        {
            var text = Shipped.Texts.Get("en", ReasonText.KeyOf(code, DeviceKind.ChargePoint, hasVirtualKey: false, Shipped.Texts.Has));

            string[] words =
                ["park", "unlock", "Tesla", "the car is at home", "car’s app", "The car didn’t answer", "drive", "The car is"];
            foreach (var word in words)
            {
                text.ShouldNotContain(word, Case.Sensitive, code);
            }
        }
    }

    [Theory]
    [InlineData(DeviceKind.ElectricVehicle, "home")]
    [InlineData(DeviceKind.ChargePoint, "online")]
    public void What_to_check_first_is_the_devices_own(DeviceKind device, string check) =>
        TestCard.ChecksOf(device).ShouldBe([check, "plugged", "room", "timers"]);
}
