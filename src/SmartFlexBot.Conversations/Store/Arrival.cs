namespace SmartFlexBot.Conversations.Store;

/// <summary>An activity on its way into an inbox: redacted and serialised.</summary>
/// <param name="ActivityId">The channel's own; null for one that is numbered by its place in the log.</param>
/// <param name="Protected">The secret that belongs to it; erased when it is done.</param>
/// <param name="Logged">True for what the customer sees in the history.</param>
/// <param name="About">What it is about, for what is never put aside; null for what a customer sent.</param>
/// <param name="CustomerIsBack">The conversation's watches are due at once.</param>
/// <param name="Parsed">The same activity for its first run.</param>
[GenerateSerializer, Immutable]
internal sealed record Arrival(
    string DedupeKey,
    string? ActivityId,
    string Json,
    string? Protected,
    bool Logged,
    string? About,
    bool CustomerIsBack,
    ParsedActivity Parsed)
{
    /// <summary>How long its log entry's row is, in characters; 0 for what is not logged.</summary>
    [field: NonSerialized]
    public long LoggedLength { get; init; }

    /// <summary>What its log entry's row holds, by the number that only the commit knows; set on the way into rows.</summary>
    [field: NonSerialized]
    public Func<long, string>? Logging { get; init; }
}
