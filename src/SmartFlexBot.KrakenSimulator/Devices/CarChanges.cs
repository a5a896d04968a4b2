using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Devices;

/// <summary>Someone did something to the car.</summary>
internal static class CarChanges
{
    /// <summary>Changes the car, and ends a test charge that it no longer allows.</summary>
    public static Account Apply(Account account, Func<Car, Car> change, DateTimeOffset now)
    {
        var car = change(account.Car) with { ChangedAt = now };
        return account with
        {
            Car = car,
            Devices = [.. account.Devices.Select(device => TestChargeRules.AfterCarChange(device, car, now))],
        };
    }
}
