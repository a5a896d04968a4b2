namespace SmartFlexBot.Conversations.Store;

/// <summary>The database file cannot be used as it is; nothing in it was changed. The message says why and what to do.</summary>
public sealed class StoreRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Another process works on it.</summary>
    public bool IsInUse { get; init; }
}
