namespace SmartFlexBot.Recognition.Requests;

public enum CommandKind
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
    WithdrawConsent,
    Privacy,
    Frustration,

    /// <summary>To cancel a tariff switch.</summary>
    CoolingOff,
}

/// <param name="Language">The two-letter code asked for, with <see cref="CommandKind.Language"/>; null when none was named.</param>
public sealed record CustomerCommand(CommandKind Kind, string? Language = null)
{
    /// <summary>Goes before everything else, whatever was asked.</summary>
    public bool IsSafety => Kind is CommandKind.NoPower or CommandKind.SmellOfBurning;
}
