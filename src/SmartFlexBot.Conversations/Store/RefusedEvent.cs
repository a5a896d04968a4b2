namespace SmartFlexBot.Conversations.Store;

/// <summary>A business event that was refused for good: a dead letter.</summary>
/// <param name="Attempts">How often it was offered.</param>
/// <param name="Reason">What the last refusal said.</param>
public sealed record RefusedEvent(string Key, string Name, int Attempts, DateTimeOffset RecordedAt, string Reason)
{
    /// <summary>Its content, while it comes out of the store.</summary>
    internal string Json { get; init; } = "";
}
