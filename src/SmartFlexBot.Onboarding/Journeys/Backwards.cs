namespace SmartFlexBot.Onboarding.Journeys;

/// <summary>One answer back. Pure.</summary>
public static class Backwards
{
    /// <returns>The journey without its newest answer, or null when nothing can be taken back from here.</returns>
    public static Journey? Of(Journey journey) => journey switch
    {
        { DeviceId: not null } => null,
        { Wizard: not null } or { DevicesConfirmed: true } => journey with { DevicesConfirmed = false, Chosen = null },
        { ChargePoint: not null } => journey with { ChargePoint = null },
        { Vehicle: not null } => journey with { Vehicle = null },
        { Kind: not null } => journey with { Kind = null },
        _ => null,
    };
}
