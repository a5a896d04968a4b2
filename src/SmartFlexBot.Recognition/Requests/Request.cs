namespace SmartFlexBot.Recognition.Requests;

public enum RequestKind
{
    Help,
    Status,
    Back,
    Change,
    Cancel,
    StartOver,
    Human,
    Language,
    Complaint,
    NoPower,
    SmellOfBurning,
    SmellOfGas,
    ElectricShock,
    WithdrawConsent,
    Privacy,
    Frustration,

    /// <summary>To cancel a tariff switch.</summary>
    CoolingOff,
}

/// <param name="Language">The two-letter code asked for, with <see cref="RequestKind.Language"/>; null when none was named.</param>
public sealed record Request(RequestKind Kind, string? Language = null)
{
    /// <summary>Goes before everything else, whatever was asked.</summary>
    public bool IsSafety => Kind is
        RequestKind.NoPower or RequestKind.SmellOfBurning or RequestKind.SmellOfGas or RequestKind.ElectricShock;
}
