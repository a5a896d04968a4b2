using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>Which of the account's devices an onboarding is about.</summary>
internal static class ClassicDevices
{
    /// <summary>
    /// The state with the device that Kraken shows for it. A device that was not there at the start is ours even when the
    /// answer to its registration was lost.
    /// </summary>
    public static ClassicState Notice(ClassicState state, IReadOnlyList<DeviceSnapshot> devices)
    {
        if (state.DeviceId is not null || !(state.IsRegistered || state.SignIn is not null))
        {
            return state;
        }

        var ours = devices.FirstOrDefault(device =>
            IsConnectable(device) && !device.IsRetired && IsAt(device, state.PropertyId) && !state.KnownDeviceIds.Contains(device.Id));
        return ours is null ? state : state with { IsRegistered = true, DeviceId = ours.Id, SignIn = null, Pending = null };
    }

    public static DeviceSnapshot? Find(ClassicState state, IReadOnlyList<DeviceSnapshot> devices) =>
        state.DeviceId is null ? null : devices.FirstOrDefault(device => device.Id == state.DeviceId);

    /// <summary>A device that was registered and is not yet LIVE.</summary>
    public static DeviceSnapshot? FindHalfway(IReadOnlyList<DeviceSnapshot> devices, int propertyId) =>
        devices.FirstOrDefault(
            device => IsConnectable(device) && device is { IsLive: false, IsRetired: false } && IsAt(device, propertyId));

    private static bool IsConnectable(DeviceSnapshot device) => device.Kind is DeviceKind.ElectricVehicle or DeviceKind.ChargePoint;

    private static bool IsAt(DeviceSnapshot device, int propertyId) => device.PropertyId is null || device.PropertyId == propertyId;
}
