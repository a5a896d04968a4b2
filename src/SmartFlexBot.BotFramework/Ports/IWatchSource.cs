namespace SmartFlexBot.BotFramework.Ports;

/// <summary>Something outside that a conversation waits for.</summary>
/// <param name="Kind">Names the <see cref="IWatchSource"/>.</param>
/// <param name="Key">Unique within the kind; asking again for the same key replaces the watch and keeps what it last saw.</param>
/// <param name="Payload">What the source needs to look, as JSON. Stored encrypted.</param>
/// <param name="Every">How often while the customer is there; slower watches are paced by the reader.</param>
/// <param name="Until">When to stop; then a <see cref="WatchEvents.Expired"/> event enters the inbox.</param>
public sealed record WatchRequest(string Kind, string Key, string Payload, TimeSpan Every, DateTimeOffset Until);

/// <summary>A watch as its source gets it.</summary>
public sealed record Watch(string Kind, string Key, string Payload, ConversationKey Conversation);

/// <summary>Looks at many watched things at once.</summary>
public interface IWatchSource
{
    string Kind { get; }

    /// <summary>
    /// One reading for each watch that could be read, in any order; one that could not be read is left out and looked at later.
    /// </summary>
    Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken);
}

/// <param name="Key">The watch's key.</param>
/// <param name="State">JSON of what was seen. An event enters the inbox when it differs, as text, from what was seen last.</param>
/// <param name="Final">True when nothing more is to be expected: the watch ends with this reading.</param>
public sealed record WatchReading(string Key, string State, bool Final);

/// <summary>Events that watches bring into a conversation. Value: {"kind","key","state"}.</summary>
public static class WatchEvents
{
    public const string Changed = "watch/changed";
    public const string Expired = "watch/expired";
}
