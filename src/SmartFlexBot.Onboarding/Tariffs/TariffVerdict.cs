namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// One truth about the tariff: what a customer is told of its outcome, and what is next, by the market's rule and by whether the device is
/// LIVE. Whoever speaks of it (a step, news, the card of LIVE) takes it from here. Pure.
/// </summary>
/// <param name="Says">The keys of what is said, in order: what happened, what it means here, the way on. Empty: no word.</param>
internal sealed record TariffVerdict(IReadOnlyList<string> Says, TariffNext Next)
{
    /// <param name="isRequired">The market's smart charging needs the tariff; else it works with any.</param>
    /// <param name="isLive">The device is connected already.</param>
    public static TariffVerdict Of(TariffOutcome outcome, bool isRequired, bool isLive) => (outcome, isRequired) switch
    {
        (TariffOutcome.Open, _) => new([], TariffNext.Switch),
        (TariffOutcome.Settled, _) => new([], TariffNext.GoOn),
        // A withdrawal has its receipt, and news of its own when the switch was ended.
        (TariffOutcome.Withdrawing or TariffOutcome.Withdrawn, false) => new([], TariffNext.GoOn),
        (TariffOutcome.SwitchedAnyway, false) => new([Reason(outcome)], TariffNext.GoOn),
        (_, false) => new([Reason(outcome), "tariff.then.Optional"], TariffNext.GoOn),
        (TariffOutcome.SwitchedAnyway, true) => new([Reason(outcome)], TariffNext.AskTeam),
        (TariffOutcome.Withdrawing, true) => Stopping(outcome, isLive, TariffNext.Wait),
        (TariffOutcome.NotPossible or TariffOutcome.NotFromHere, true) => Stopping(outcome, isLive, TariffNext.AskTeam),
        (_, true) => Stopping(outcome, isLive, TariffNext.LookAgain),
    };

    private static TariffVerdict Stopping(TariffOutcome outcome, bool isLive, TariffNext next) =>
        new([Reason(outcome), isLive ? "tariff.then.Connected" : "tariff.then.NotConnected", $"tariff.way.{next}"], next);

    private static string Reason(TariffOutcome outcome) => $"tariff.reason.{outcome}";
}

/// <summary>What is next on the tariff side.</summary>
internal enum TariffNext
{
    /// <summary>The switch itself: to be read, shown, agreed to, begun.</summary>
    Switch,

    /// <summary>Nothing: the device is connected, or stays LIVE.</summary>
    GoOn,

    /// <summary>The offer can be looked at again, and agreed to.</summary>
    LookAgain,

    /// <summary>Only the supplier's team can help: what was refused for good is not offered again.</summary>
    AskTeam,

    /// <summary>The supplier is at work.</summary>
    Wait,
}
