using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>How one channel delivers what was committed.</summary>
public interface IOutboundChannel
{
    string ChannelId { get; }

    ChannelCapabilities Capabilities { get; }

    /// <summary>
    /// True when the channel reads the log by itself: what is committed is delivered, and nothing waits in an outbox for it.
    /// </summary>
    bool ReadsLog { get; }

    /// <summary>
    /// Sends one committed activity; called in order, one at a time for each conversation. Must not throw for what the channel answers: the
    /// class of error is the result.
    /// </summary>
    Task<Delivery> DeliverAsync(ConversationKey conversation, LogEntry entry, CancellationToken cancellationToken);
}

/// <summary>What came of a delivery.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The channel took it.</summary>
    public sealed record Delivered : Delivery;

    /// <summary>Nothing was delivered; the same activity may be sent again after the pause.</summary>
    public sealed record Retry(TimeSpan After, string Reason) : Delivery;

    /// <summary>It will never be delivered; it is not sent again.</summary>
    public sealed record GivenUp(string Reason) : Delivery;

    /// <summary>Nobody knows whether it was delivered; it is marked so and not sent again, for nobody wants to be told twice.</summary>
    public sealed record Uncertain(string Reason) : Delivery;

    /// <summary>
    /// Nobody is there any more: the customer has blocked or removed the bot. What waits is given up with it; what is said later is tried
    /// anew, for they may have come back.
    /// </summary>
    public sealed record Unreachable(string Reason) : Delivery;
}

/// <summary>What a channel can show (DESIGN: channels). Renderers turn a card into what fits.</summary>
/// <param name="AdaptiveCardVersion">Highest Adaptive Cards version the channel renders, or null when it shows none.</param>
/// <param name="MaximumTextLength">Characters in one message.</param>
/// <param name="MaximumCardBytes">UTF-8 bytes of one card as JSON. Instead of a longer one its words are said.</param>
public sealed record ChannelCapabilities(string? AdaptiveCardVersion, int MaximumTextLength, int MaximumCardBytes)
{
    /// <summary>Characters on a button.</summary>
    public int MaximumTitleLength { get; init; } = int.MaxValue;

    /// <summary>Buttons under a message.</summary>
    public int MaximumSuggestedActions { get; init; } = int.MaxValue;

    /// <summary>Whether vector graphics are shown; else what is on the picture is said.</summary>
    public bool ShowsSvg { get; init; } = true;

    /// <summary>Whether a press of a button is answered with the next card in the place of the pressed one (Action.Execute).</summary>
    public bool AnswersInPlace { get; init; }

    /// <summary>Whether cards are narrow unless they ask for all the room there is.</summary>
    public bool WidensCards { get; init; }

    /// <summary>Whether events are taken, which no customer reads.</summary>
    public bool TakesEvents { get; init; } = true;

    /// <summary>Whether a client of ours reads what we put into channelData, such as the name of an agent.</summary>
    public bool KnowsOurData { get; init; } = true;
}
