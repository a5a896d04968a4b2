using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Devices;

/// <summary>How a device looks at a moment: the table from stored facts to Kraken's coarse and fine words.</summary>
/// <param name="Current">SmartFlexDeviceLifecycleStatus.</param>
/// <param name="CurrentState">SmartFlexDeviceState.</param>
internal sealed record DeviceStatus(string Current, string CurrentState)
{
    public bool IsLive => Current == "LIVE";

    public bool IsUnfinished => Current is not ("LIVE" or "RETIRED");

    /// <param name="goLive">Simulated time from the end of the test to LIVE.</param>
    public static DeviceStatus Of(Device device, Car car, DateTimeOffset now, TimeSpan goLive)
    {
        var isReachable = device.Form == DeviceForm.Other || car is { PluggedIn: true, AtHome: true };
        return device switch
        {
            { IsRetired: true } => new("RETIRED", "RETIRED"),
            { NeedsTest: false } => Live(device, isReachable),
            { Test: null } => new("ONBOARDING", isReachable ? "AUTHENTICATION_COMPLETE" : "TEST_CHARGE_NOT_AVAILABLE"),
            { Test: var test } when test.IsRunningAt(now) => new("ONBOARDING_TEST_IN_PROGRESS", "TEST_CHARGE_IN_PROGRESS"),
            { Test.Failure: not null } => new("FAILED_ONBOARDING_TEST", "TEST_CHARGE_FAILED"),
            { Test: var test } when now < test.EndsAt + goLive => new("PENDING_LIVE", "SETUP_COMPLETE"),
            _ => Live(device, isReachable),
        };
    }

    private static DeviceStatus Live(Device device, bool isReachable) => new("LIVE", (device.IsSuspended, isReachable) switch
    {
        (true, _) => "SMART_CONTROL_OFF",
        (_, false) => "SMART_CONTROL_NOT_AVAILABLE",
        _ => "SMART_CONTROL_CAPABLE",
    });
}
