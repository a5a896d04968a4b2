namespace SmartFlexBot.Conversations.Store;

/// <summary>Times in the store are Unix milliseconds.</summary>
internal static class UnixTime
{
    public static long UnixNow(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    public static long Ms(this TimeSpan span) => (long)span.TotalMilliseconds;
}
