namespace SmartFlexBot.Conversations.Store;

/// <summary>An activity on its way into an inbox: redacted, serialised and encrypted.</summary>
/// <param name="ActivityId">The channel's own; null for one that is numbered by its place in the log.</param>
/// <param name="Protected">The secret that belongs to it, sealed; erased when it is done.</param>
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
    ParsedActivity Parsed);
