namespace SmartFlexBot.Conversations.Store;

internal static class BackOff
{
    /// <returns>1 s, 2 s, 4 s, … up to <paramref name="longest"/>.</returns>
    public static TimeSpan After(int failures, TimeSpan longest)
    {
        var seconds = Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
    }
}
