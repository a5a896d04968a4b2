namespace SmartFlexBot.Recognition.Requests;

/// <summary>
/// What a customer may ask for. Of several in one utterance, the first in this order counts: what is dangerous before all else.
/// </summary>
public enum RequestKind
{
    SmellOfGas,
    ElectricShock,
    SmellOfBurning,
    NoPower,
    Complaint,

    /// <summary>To cancel a tariff switch.</summary>
    CoolingOff,

    WithdrawConsent,
    Privacy,
    Human,
    StartOver,
    Language,
    Cancel,
    Change,
    Back,
    Status,
    Help,
    Frustration,

    /// <summary>Swearing and anger, wherever it is said: nothing else in that sentence counts.</summary>
    Anger,
}

/// <param name="Language">The two-letter code asked for, with <see cref="RequestKind.Language"/>; null when none was named.</param>
public sealed record Request(RequestKind Kind, string? Language = null)
{
    /// <summary>Counts wherever it is said.</summary>
    public bool IsHeardAnywhere => IsSafety || Kind is RequestKind.Anger;

    /// <summary>Goes before everything else, whatever was asked.</summary>
    public bool IsSafety => Kind is
        RequestKind.NoPower or RequestKind.SmellOfBurning or RequestKind.SmellOfGas or RequestKind.ElectricShock;
}
