using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <param name="Id">Names the sentence for the agent.</param>
/// <param name="Reply">Names a ready reply that begins it; null for none.</param>
internal sealed record NextAction(string Id, string? Reply)
{
    /// <summary>What to do next: the whole table, the first row that fits. Pure.</summary>
    public static NextAction Of(PackFacts facts) => (facts.HandOver.Reason, Step(facts), facts) switch
    {
        (HandOverReason.Danger, _, _) => new("danger", "danger"),
        (HandOverReason.NoPower, _, _) => new("no-power", "no-power"),
        (HandOverReason.Vulnerable, _, _) => new("vulnerable", "hello"),
        (HandOverReason.Complaint, _, _) => new("complaint", "sorry"),
        (_, _, { HandOver.AccountNumber: null }) => new("unverified", "hello"),
        (_, _, { Device.IsLive: true }) => new("live", "hello"),
        (HandOverReason.ContractDoubt, _, _) or (_, "Tariff", _) => new("tariff", "tariff"),
        (_, _, { Device.TestFailureReason: not null }) or (_, "MendTest" or "OfferTest", _) => new("test", "plugged"),
        (_, "SignIn" or "Elsewhere" or "Input", _) => new("sign-in", "sign-in"),
        (_, "AddVirtualKey", _) => new("key", "key"),
        (_, "AskConsents", _) => new("consents", null),
        (_, "OtherDevice", _) => new("other-device", "devices"),
        (_, "Wait" or "TestRunning", _) when facts.HandOver.Reason is not (HandOverReason.DeadEnd or HandOverReason.Anger) =>
            new("wait", "hello"),
        (_, "AskDevices" or "ConfirmDevices" or "ChooseKind" or "Option", _) => new("devices", "devices"),
        (HandOverReason.DeadEnd, _, _) or (_, "Person", _) => new("dead-end", "looking"),
        (HandOverReason.Anger, _, _) => new("anger", "sorry"),
        _ => new("ask", "hello"),
    };

    private static string Step(PackFacts facts) => facts.HandOver.Step[(facts.HandOver.Step.LastIndexOf('.') + 1)..];
}
