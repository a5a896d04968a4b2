using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Devices;

/// <summary>When a test charge is refused, how it ends, and what a moved car does to it.</summary>
internal static class TestChargeRules
{
    /// <summary>
    /// TestChargeRefusalReason values; none when it may begin. A full car is no refusal: Kraken's list has no such reason.
    /// </summary>
    public static IReadOnlyList<string> Refusals(Device device, Car car, DeviceStatus status, DateTimeOffset now)
    {
        var reasons = new List<string>();
        if (device.IsRetired)
        {
            reasons.Add("DEVICE_RETIRED");
        }

        if (status.Current is "LIVE" or "PENDING_LIVE")
        {
            reasons.Add("DEVICE_LIVE");
        }

        if (device.Test?.IsRunningAt(now) == true)
        {
            reasons.Add("DEVICE_ONBOARDING_IN_PROGRESS");
        }

        if (device.IsSuspended)
        {
            reasons.Add("DEVICE_SUSPENDED");
        }

        if (!car.AtHome)
        {
            reasons.Add("DEVICE_AWAY_FROM_HOME");
        }

        if (!car.PluggedIn)
        {
            reasons.Add("DEVICE_DISCONNECTED");
        }

        if (car.Charging)
        {
            reasons.Add("DEVICE_ALREADY_CHARGING");
        }

        return reasons;
    }

    /// <summary>Begins a test, and takes the failure that was asked for, if any.</summary>
    public static Account Start(Account account, Device device, DateTimeOffset at, TimeSpan duration)
    {
        var failure = account.NextTests is [var planned, ..] ? planned : Failure(device, account.Car);
        return account.With(device with { Test = new(at, at + duration, failure) }) with { NextTests = [.. account.NextTests.Skip(1)] };
    }

    private static string? Failure(Device device, Car car) => car switch
    {
        _ when device.NeedsVirtualKey && !car.VirtualKey => "ASSESSMENTS_FAILED",
        { IsAtLimit: true } => "SOC_LIMIT_REACHED",
        _ => null,
    };

    /// <summary>Ends a running test when the car no longer allows it.</summary>
    public static Device AfterCarChange(Device device, Car car, DateTimeOffset now)
    {
        if (device.Test is not { } test || !test.IsRunningAt(now))
        {
            return device;
        }

        var failure = car switch
        {
            { AtHome: false } => "NOT_AT_HOME",
            { PluggedIn: false } => "DEVICE_DISCONNECTED",
            { IsAtLimit: true } => "SOC_LIMIT_REACHED",
            _ => null,
        };
        return failure is null ? device : device with { Test = test with { EndsAt = now, Failure = failure } };
    }
}
