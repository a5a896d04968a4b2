using SmartFlexBot.KrakenSimulator.Accounts;


namespace SmartFlexBot.KrakenSimulator.Devices;

/// <summary>Makes the device of a registration; both API generations do it the same way.</summary>
internal static class Registration
{
    /// <param name="car">The car in the maker's account; null when the customer's story has none of that make.</param>
    public static Device Of(string id, int propertyId, string deviceType, DeviceTarget target, GarageCar? car, DateTimeOffset at)
    {
        var ownCar = target.Form == DeviceForm.Vehicle ? car : null;
        return new()
        {
            Id = id,
            PropertyId = propertyId,
            Form = target.Form,
            DeviceType = deviceType,
            Provider = target.Provider,
            Make = target.Make,
            Model = target.Model,
            BatterySize = target.BatterySize,
            PowerInKw = target.PowerInKw,
            IntegrationDeviceId = ownCar?.Id ?? $"{target.Provider.ToLowerInvariant()}-{id[..8]}",
            RegisteredAt = at,
        };
    }
}

/// <summary>The device that is to be connected.</summary>
internal sealed record DeviceTarget(
    DeviceForm Form, string Provider, string Make, string Model, decimal? BatterySize, decimal? PowerInKw, bool IsIntegrationLive);
