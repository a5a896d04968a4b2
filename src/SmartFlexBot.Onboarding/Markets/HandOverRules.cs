namespace SmartFlexBot.Onboarding.Markets;

/// <summary>Why a person takes over.</summary>
public enum HandOverReason
{
    /// <summary>The customer asked for a person.</summary>
    AskedFor,
    Complaint,
    Vulnerable,

    /// <summary>It smells of burning or gas, or somebody got a shock; the safety text was said first.</summary>
    Danger,
    NoPower,

    /// <summary>The same step failed twice.</summary>
    Stuck,

    /// <summary>A question or a doubt about a contract that the bot must not settle.</summary>
    ContractDoubt,
    Anger,

    /// <summary>Nothing that the customer can do helps.</summary>
    DeadEnd,
}

/// <summary>Which hand-over is served first; among the same, the older one.</summary>
public enum HandOverPriority
{
    Usual,
    Vulnerable,
    Safety,
}

/// <summary>How a reason leads to a person.</summary>
public enum HandOverWay
{
    /// <summary>The customer is told in one sentence how to ask for a person.</summary>
    Offered,

    /// <summary>The hand-over begins by itself.</summary>
    AtOnce,
}

/// <param name="Way">Unless the market says otherwise (<see cref="DeskSettings.Ways"/>).</param>
/// <param name="IsFlagged">Agents see it as a flag, not by the queue's order alone.</param>
public sealed record HandOverRule(HandOverWay Way, HandOverPriority Priority, bool IsFlagged);

/// <summary>When a person takes over: the whole table. What differs is in the market.</summary>
public static class HandOverRules
{
    public static HandOverRule Of(HandOverReason reason) => reason switch
    {
        HandOverReason.AskedFor => new(HandOverWay.AtOnce, HandOverPriority.Usual, IsFlagged: false),
        HandOverReason.Complaint => new(HandOverWay.AtOnce, HandOverPriority.Usual, IsFlagged: true),
        HandOverReason.Vulnerable => new(HandOverWay.AtOnce, HandOverPriority.Vulnerable, IsFlagged: true),
        HandOverReason.Danger => new(HandOverWay.AtOnce, HandOverPriority.Safety, IsFlagged: true),
        HandOverReason.NoPower => new(HandOverWay.AtOnce, HandOverPriority.Safety, IsFlagged: true),
        HandOverReason.Stuck => new(HandOverWay.Offered, HandOverPriority.Usual, IsFlagged: false),
        HandOverReason.ContractDoubt => new(HandOverWay.Offered, HandOverPriority.Usual, IsFlagged: true),
        HandOverReason.Anger => new(HandOverWay.AtOnce, HandOverPriority.Usual, IsFlagged: true),
        HandOverReason.DeadEnd => new(HandOverWay.AtOnce, HandOverPriority.Usual, IsFlagged: false),
    };
}
