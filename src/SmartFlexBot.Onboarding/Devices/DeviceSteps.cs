using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Devices;

/// <summary>What is still open about the devices. Pure.</summary>
internal static class DeviceSteps
{
    private static readonly DeviceKind[] CarOrCharger = [DeviceKind.ElectricVehicle, DeviceKind.ChargePoint];

    /// <returns>Null when one of the two that this bot connects is wanted, or there is no choice.</returns>
    public static Step? OfKind(Journey journey, TenantView view) => journey.Kind switch
    {
        null => Kinds(view) is { Length: > 0 } kinds ? new ChooseKind(kinds) : null,
        { } kind => CarOrCharger.Contains(kind) ? null : new OtherKind(kind),
    };

    /// <returns>Null when they are named, confirmed and chosen.</returns>
    public static Step? Of(Journey journey, MarketSettings market) => NotOffered(journey) is { } kind ? new CannotConnect(kind)
        : Missing(journey) is { } question ? new AskDevices(question)
        : DeviceProposal.Of(journey.Vehicle, journey.ChargePoint, market) is not { } proposal
            ? new NothingToConnect(HasNone: journey is { Vehicle.IsNone: true, ChargePoint.IsNone: true })
        : journey is { DevicesConfirmed: false } or { Chosen: null } ? new ConfirmDevices(proposal)
        : null;

    /// <summary>The other device could be connected instead of the chosen one.</summary>
    public static bool CanSwitch(Journey journey) => journey.Chosen == DeviceKind.ChargePoint
        ? journey.Vehicle is { IsDevice: true, IsIntegrationLive: not false }
        : journey.ChargePoint is { IsDevice: true, IsIntegrationLive: not false };

    /// <summary>
    /// What cannot be connected, where nothing that can be is named beside it: with both, the card that confirms them says it.
    /// A charger of which the customer does not know the make is no reason to stop.
    /// </summary>
    private static DeviceKind? NotOffered(Journey journey) => journey switch
    {
        { Vehicle: { IsUnknown: true, IsSetAside: false }, ChargePoint: not { IsDevice: true } } => DeviceKind.ElectricVehicle,
        { ChargePoint: { IsUnknown: true, IsSetAside: false, Make: not null }, Vehicle: not { IsDevice: true } } => DeviceKind.ChargePoint,
        _ => null,
    };

    /// <summary>The kinds to choose from; none when there is nothing to choose.</summary>
    private static DeviceKind[] Kinds(TenantView view)
    {
        DeviceKind[] kinds = [.. view.Eligibility.DeviceKinds.Distinct()];
        return kinds.Any(kind => !CarOrCharger.Contains(kind)) ? kinds : [];
    }

    private static DeviceQuestion? Missing(Journey journey) => (journey.Vehicle, journey.ChargePoint) switch
    {
        (null, null) => DeviceQuestion.Both,
        ({ IsComplete: false }, _) => DeviceQuestion.VehicleModel,
        (_, { IsComplete: false }) => DeviceQuestion.ChargePointModel,
        (null, _) => DeviceQuestion.Vehicle,
        (_, null) => DeviceQuestion.ChargePoint,
        _ => null,
    };
}
