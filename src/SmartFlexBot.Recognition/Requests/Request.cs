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

    /// <summary>Bereavement, medical equipment, bills that cannot be paid: care and a person come first.</summary>
    Vulnerable,

    Complaint,

    /// <summary>To withdraw from the contract of a tariff, or cancel its switch.</summary>
    CoolingOff,

    WithdrawConsent,

    /// <summary>To withdraw, without a word of what: permissions or a contract.</summary>
    Withdraw,

    Privacy,
    Human,
    StartOver,
    Language,

    /// <summary>To have this chat forget the account.</summary>
    SignOut,

    /// <summary>To turn smart charging off that is on.</summary>
    Pause,

    /// <summary>To turn it on again.</summary>
    Resume,
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
    public bool IsHeardAnywhere => IsUrgent || Kind is RequestKind.Anger;

    /// <summary>Goes before everything else, whatever was asked: danger, and who needs care.</summary>
    public bool IsUrgent => Kind <= RequestKind.Vulnerable;
}
