namespace SmartFlexBot.Recognition.Catalogue;

/// <summary>
/// What a customer can connect. The first two are the story of this bot; the others are shown when the tenant names them.
/// </summary>
public enum DeviceKind
{
    ElectricVehicle,
    ChargePoint,
    HeatPump,
    Thermostat,
    Inverter,
    Battery,
    StorageHeater,
    Other,
}
