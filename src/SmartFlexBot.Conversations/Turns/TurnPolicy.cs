using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Why a run of a turn came to nothing.</summary>
internal enum TurnFailure
{
    /// <summary>Somebody else committed the state or a record that it read.</summary>
    Stale,

    /// <summary>Its reads took longer than a turn may.</summary>
    TimedOut,

    /// <summary>The bot threw.</summary>
    Threw,

    /// <summary>The item itself cannot be read.</summary>
    Unreadable,
}

/// <summary>What happens after a run that came to nothing.</summary>
internal readonly record struct TurnNext(bool GiveUp, TimeSpan Delay)
{
    public static TurnNext Stop => new(true, TimeSpan.Zero);

    public static TurnNext Again(TimeSpan delay) => new(false, delay);
}

internal static class TurnPolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestOfOwn = TimeSpan.FromMinutes(1);

    /// <param name="runs">How often the turn has been run, this time included.</param>
    /// <param name="isOwn">It happened by itself.</param>
    public static TurnNext After(TurnFailure failure, int runs, bool isOwn) => (failure, runs) switch
    {
        // A stale run did nothing outside and costs little: at once, and slower when conversations keep colliding.
        (TurnFailure.Stale, <= 20) => TurnNext.Again(TimeSpan.Zero),
        (TurnFailure.Stale, <= 40) => TurnNext.Again(BackOff.After(runs - 20, Longest)),

        // Something outside is slow: about two minutes of looking again.
        (TurnFailure.TimedOut, <= 8) => TurnNext.Again(BackOff.After(runs, Longest)),

        // The same code on the same facts mostly throws again; a passing fault outside does not.
        (TurnFailure.Threw, <= 3) => TurnNext.Again(BackOff.After(runs, Longest)),

        // A customer is told, and says it again. What happened by itself nobody would send again.
        (not TurnFailure.Unreadable, _) when isOwn => TurnNext.Again(BackOff.After(runs, LongestOfOwn)),
        _ => TurnNext.Stop,
    };
}
