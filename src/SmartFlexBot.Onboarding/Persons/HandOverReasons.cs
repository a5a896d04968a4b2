using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>Which request of a customer's is a reason for a person. Pure.</summary>
internal static class HandOverReasons
{
    /// <returns>Null for what the bot answers by itself.</returns>
    public static HandOverReason? Of(RequestKind kind) => kind switch
    {
        RequestKind.Human => HandOverReason.AskedFor,
        RequestKind.Complaint => HandOverReason.Complaint,
        RequestKind.Vulnerable => HandOverReason.Vulnerable,
        RequestKind.SmellOfBurning or RequestKind.SmellOfGas or RequestKind.ElectricShock => HandOverReason.Danger,
        RequestKind.NoPower => HandOverReason.NoPower,
        RequestKind.Anger => HandOverReason.Anger,
        RequestKind.Frustration => HandOverReason.Stuck,
        _ => null,
    };
}

/// <summary>What is said of danger, before everything else.</summary>
internal sealed class EmergencyTexts(EmergencyNumbers numbers)
{
    public string KeyOf(RequestKind kind) => kind switch
    {
        RequestKind.SmellOfBurning => "safety.burning",
        RequestKind.SmellOfGas => "safety.gas",
        RequestKind.ElectricShock => "safety.shock",
        // Nobody knows their network operator's number in the dark.
        RequestKind.NoPower => numbers.Power is null ? "safety.no-power" : "safety.no-power.call",
        _ => "vulnerable",
    };
}
