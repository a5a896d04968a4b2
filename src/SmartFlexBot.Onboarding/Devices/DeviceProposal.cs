using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>Which of the two devices is the better one to connect, and why.</summary>
/// <param name="CanChooseOther">The other one could be connected instead.</param>
internal sealed record DeviceProposal(DeviceKind Kind, ProposalReason Reason, bool CanChooseOther)
{
    /// <summary>
    /// A device whose integration is live beats one whose is not; a car beats a charge point because it tells its battery level
    /// (V1 guide); the market names makes of cars for which the charge point works better. Null when neither can be connected.
    /// </summary>
    public static DeviceProposal? Of(DeviceAnswer? vehicle, DeviceAnswer? chargePoint, MarketSettings market)
    {
        var car = vehicle is { IsDevice: true };
        var charger = chargePoint is { IsDevice: true };
        var carLive = car && vehicle!.IsIntegrationLive != false;
        var chargerLive = charger && chargePoint!.IsIntegrationLive != false;
        var chargerIsBetter = car && market.ChargePointFirstMakes.Contains(vehicle!.Make!, StringComparer.OrdinalIgnoreCase);

        return (car, charger, carLive, chargerLive, chargerIsBetter) switch
        {
            (false, false, _, _, _) => null,
            (true, false, _, _, _) => new(DeviceKind.ElectricVehicle, ProposalReason.OnlyDevice, CanChooseOther: false),
            (false, true, _, _, _) => new(DeviceKind.ChargePoint, ProposalReason.OnlyDevice, CanChooseOther: false),
            (_, _, true, false, _) => new(DeviceKind.ElectricVehicle, ProposalReason.OtherIsNotLive, CanChooseOther: false),
            (_, _, false, true, _) => new(DeviceKind.ChargePoint, ProposalReason.OtherIsNotLive, CanChooseOther: false),
            (_, _, true, true, true) => new(DeviceKind.ChargePoint, ProposalReason.ChargePointIsMoreReliable, CanChooseOther: true),
            _ => new(DeviceKind.ElectricVehicle, ProposalReason.CarTellsBatteryLevel, CanChooseOther: true),
        };
    }
}

internal enum ProposalReason
{
    OnlyDevice,
    OtherIsNotLive,
    CarTellsBatteryLevel,
    ChargePointIsMoreReliable,
}
