namespace SmartFlexBot.Desk.Hubs;

/// <summary>How long it is waited before a hub is asked again. Pure.</summary>
internal static class HubPause
{
    /// <summary>A request that nobody waits for any more may still arrive: not before that is unlikely.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWish = TimeSpan.FromMinutes(5);

    /// <param name="attempt">From 1.</param>
    /// <param name="wish">The pause that the hub asked for; zero for none.</param>
    public static TimeSpan After(int attempt, TimeSpan wish)
    {
        var doubled = Shortest * Math.Pow(2, Math.Clamp(attempt - 1, 0, 10));
        var usual = doubled < Longest ? doubled : Longest;
        return wish > usual ? (wish < LongestWish ? wish : LongestWish) : usual;
    }
}
