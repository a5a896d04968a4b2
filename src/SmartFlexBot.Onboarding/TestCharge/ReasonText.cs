using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.TestCharge;

/// <summary>
/// Which text tells why a test charge did not work. Pure. A charge point is never told to be parked or driven, and only who was shown a
/// virtual key reads of it.
/// </summary>
internal static class ReasonText
{
    /// <summary>Codes about where the device is (TC_ and TestDispatchAssessmentFailureReason): a charge point does not move.</summary>
    private static readonly string[] Location =
    [
        "DEVICE_AWAY_FROM_HOME", "NOT_AT_HOME", "DEVICE_NO_LOCATION_CONFIGURED", "DEVICE_LOCATION_MISSING",
        "DEVICE_LOCATION_UNABLE_TO_IDENTIFY",
    ];

    /// <param name="code">Kraken's, without TC_.</param>
    /// <param name="device">What is being connected.</param>
    /// <param name="hasVirtualKey">A virtual key was asked for in this journey.</param>
    /// <param name="has">Whether there is a text with this key.</param>
    public static string KeyOf(string code, DeviceKind device, bool hasVirtualKey, Func<string, bool> has)
    {
        var about = device == DeviceKind.ChargePoint && Location.Contains(code) ? "LOCATION" : code;
        string[] keys =
        [
            .. hasVirtualKey ? [$"reason.{about}.Tesla"] : Array.Empty<string>(),
            $"reason.{about}.{device}", $"reason.{about}", $"reason.UNKNOWN.{device}",
        ];
        return keys.FirstOrDefault(has) ?? "reason.UNKNOWN";
    }
}
