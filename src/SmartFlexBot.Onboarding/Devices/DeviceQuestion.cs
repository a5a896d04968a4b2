namespace SmartFlexBot.Onboarding.Devices;

/// <summary>What the next question about the devices is.</summary>
internal enum DeviceQuestion
{
    Both,
    Vehicle,
    VehicleModel,
    ChargePoint,
    ChargePointModel,
}
