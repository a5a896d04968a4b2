namespace SmartFlexBot.Conversations.Store;

/// <summary>Whether the last commit went through. A node writes at least every sweep, so this is never old.</summary>
public sealed class StoreHealth
{
    private volatile string? _failure;

    public bool IsHealthy => _failure is null;

    /// <summary>Why the last commit failed; null while all is well.</summary>
    public string? Failure => _failure;

    internal void Committed() => _failure = null;

    internal void Failed(string reason) => _failure = reason;
}
