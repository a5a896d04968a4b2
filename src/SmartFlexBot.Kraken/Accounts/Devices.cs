using System.Globalization;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Accounts;

/// <summary>From devices and device types as Kraken names them to ours.</summary>
internal static class Devices
{
    public static IReadOnlyList<DeviceSnapshot> From(IReadOnlyList<DeviceData?>? devices) =>
        [.. (devices ?? []).OfType<DeviceData>().Where(device => device.Id is not null).Select(From)];

    /// <summary>KrakenFlexDeviceTypes. It has no word of its own for charge points.</summary>
    public static DeviceKind Kind(string? deviceType) => deviceType switch
    {
        "ELECTRIC_VEHICLES" => DeviceKind.ElectricVehicle,
        "HEAT_PUMPS" => DeviceKind.HeatPump,
        "THERMOSTATS" => DeviceKind.Thermostat,
        "INVERTERS" => DeviceKind.Inverter,
        "BATTERIES" => DeviceKind.Battery,
        "STORAGE_HEATERS" => DeviceKind.StorageHeater,
        _ => DeviceKind.Other,
    };

    /// <summary>The other way round: the word for a kind, which for a charge point is the car's.</summary>
    public static string DeviceType(DeviceKind kind) => kind switch
    {
        DeviceKind.HeatPump => "HEAT_PUMPS",
        DeviceKind.Thermostat => "THERMOSTATS",
        DeviceKind.Inverter => "INVERTERS",
        DeviceKind.Battery => "BATTERIES",
        DeviceKind.StorageHeater => "STORAGE_HEATERS",
        DeviceKind.Other => "ELECTRICITY_METERS",
        _ => ElectricVehicles,
    };

    public const string ElectricVehicles = "ELECTRIC_VEHICLES";

    private static DeviceSnapshot From(DeviceData device) => new(
        device.Id!,
        device.Name,
        KindOf(device),
        device.Make,
        device.Model,
        device.Provider,
        int.TryParse(device.PropertyId, NumberStyles.None, CultureInfo.InvariantCulture, out var property) ? property : null,
        device.Status?.Current ?? "",
        device.Status?.CurrentState,
        device.Status?.StateOfCharge?.Value,
        device.Status?.TestDispatchFailureReason is { } reason && reason != "NONE" ? reason : null)
    {
        // Tenants without the field tell it by the finer word.
        IsSuspended = device.Status?.IsSuspended ?? device.Status?.CurrentState == "SMART_CONTROL_OFF",
    };

    // A charge point's deviceType is ELECTRIC_VEHICLES too: only __typename tells them apart.
    private static DeviceKind KindOf(DeviceData device) => device.TypeName switch
    {
        "SmartFlexVehicle" => DeviceKind.ElectricVehicle,
        "SmartFlexChargePoint" => DeviceKind.ChargePoint,
        "SmartFlexInverter" => DeviceKind.Inverter,
        "SmartFlexBattery" => DeviceKind.Battery,
        _ => Kind(device.DeviceType),
    };
}
