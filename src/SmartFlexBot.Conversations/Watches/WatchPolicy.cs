using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>What a look at a watch leads to.</summary>
internal enum WatchNext
{
    LookAgain,
    Changed,

    /// <summary>Nothing new, and nothing more to be expected.</summary>
    End,

    ChangedAndEnd,
    Expired,
}

internal static class WatchPolicy
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <param name="reading">Null when it could not be read.</param>
    public static WatchNext Decide(string? lastState, WatchReading? reading, bool isOver) => (reading, isOver) switch
    {
        ({ Final: true } seen, _) => seen.State == lastState ? WatchNext.End : WatchNext.ChangedAndEnd,
        (_, true) => WatchNext.Expired,
        ({ } seen, _) => seen.State == lastState ? WatchNext.LookAgain : WatchNext.Changed,
        _ => WatchNext.LookAgain,
    };

    /// <param name="failures">Looks in a row that could not be read.</param>
    public static TimeSpan Pause(TimeSpan every, bool customerIsHere, TimeSpan away, int failures)
    {
        var pace = customerIsHere || every > away ? every : away;
        var backOff = BackOff.After(failures + 1, LongestPause);
        return pace > backOff ? pace : backOff;
    }
}
