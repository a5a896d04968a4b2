namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>
/// Where a hand-over is. "Bot" is no state of its own: a conversation without an open hand-over is the bot's. Which leads where is in
/// <see cref="HandOverStates"/>.
/// </summary>
public enum HandOverState
{
    /// <summary>Asked for; a hub has not said yet that it has it.</summary>
    Requested,

    /// <summary>It waits for an agent.</summary>
    Queued,

    /// <summary>An agent owns the chat.</summary>
    Active,

    /// <summary>An agent has ended it and given it back.</summary>
    Ended,

    /// <summary>The customer would not wait, or has gone.</summary>
    Abandoned,

    /// <summary>No hub took it.</summary>
    Failed,

    /// <summary>Nobody claimed it in time.</summary>
    TimedOut,
}

/// <summary>What moves a hand-over.</summary>
public enum HandOverTrigger
{
    /// <summary>The desk or a hub has it in its queue.</summary>
    Accepted,
    Claimed,

    /// <summary>Back to the queue or on to a colleague; or its owner is gone.</summary>
    Requeued,

    /// <summary>An agent ends it, a supervisor in any state.</summary>
    Ended,

    /// <summary>The customer goes on with the bot.</summary>
    Left,

    /// <summary>No hub accepted it in time, or it said no.</summary>
    Refused,

    /// <summary>Nobody claimed it in time.</summary>
    Expired,
}

/// <summary>The state machine, as a table.</summary>
public static class HandOverStates
{
    private static readonly Dictionary<(HandOverState From, HandOverTrigger Trigger), HandOverState> Table = new()
    {
        [(HandOverState.Requested, HandOverTrigger.Accepted)] = HandOverState.Queued,
        [(HandOverState.Requested, HandOverTrigger.Claimed)] = HandOverState.Active,
        [(HandOverState.Requested, HandOverTrigger.Requeued)] = HandOverState.Queued,
        [(HandOverState.Requested, HandOverTrigger.Ended)] = HandOverState.Ended,
        [(HandOverState.Requested, HandOverTrigger.Left)] = HandOverState.Abandoned,
        [(HandOverState.Requested, HandOverTrigger.Refused)] = HandOverState.Failed,
        [(HandOverState.Requested, HandOverTrigger.Expired)] = HandOverState.Failed,

        [(HandOverState.Queued, HandOverTrigger.Claimed)] = HandOverState.Active,
        [(HandOverState.Queued, HandOverTrigger.Requeued)] = HandOverState.Queued,
        [(HandOverState.Queued, HandOverTrigger.Ended)] = HandOverState.Ended,
        [(HandOverState.Queued, HandOverTrigger.Left)] = HandOverState.Abandoned,
        [(HandOverState.Queued, HandOverTrigger.Refused)] = HandOverState.Failed,
        [(HandOverState.Queued, HandOverTrigger.Expired)] = HandOverState.TimedOut,

        [(HandOverState.Active, HandOverTrigger.Claimed)] = HandOverState.Active,
        [(HandOverState.Active, HandOverTrigger.Requeued)] = HandOverState.Queued,
        [(HandOverState.Active, HandOverTrigger.Ended)] = HandOverState.Ended,
    };

    /// <returns>Where the trigger leads; null when it means nothing there, and changes nothing.</returns>
    public static HandOverState? After(HandOverState from, HandOverTrigger trigger) =>
        Table.TryGetValue((from, trigger), out var to) ? to : null;

    /// <summary>The chat is not the bot's.</summary>
    public static bool IsOpen(HandOverState state) =>
        state is HandOverState.Requested or HandOverState.Queued or HandOverState.Active;
}
