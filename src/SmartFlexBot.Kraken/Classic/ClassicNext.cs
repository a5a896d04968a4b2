using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>What comes next in a Classic onboarding.</summary>
internal abstract record ClassicNext
{
    private ClassicNext() { }

    public sealed record Show(WizardStep Step) : ClassicNext;

    /// <summary>Something has to be read from Kraken before the step can be shown.</summary>
    public sealed record Fetch(ClassicFact Fact, string StepId) : ClassicNext;

    public sealed record Complete : ClassicNext;

    public sealed record Refuse(WizardProblemKind Kind) : ClassicNext;
}

internal enum ClassicFact
{
    SignInAddress,
    UserVehicles,
    VirtualKey,
}
