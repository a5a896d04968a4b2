namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// The store has more waiting than it can take. Nothing was stored; the same request may be sent again after a pause (429).
/// </summary>
public sealed class StoreBusyException() : Exception("The store is busy. Try again in a moment.");

/// <summary>
/// The store could not write or read: disk full, file locked or read-only, damaged or gone. Nothing was acknowledged; the same request,
/// with the same key, may be sent again (503).
/// </summary>
public sealed class StoreUnavailableException(string reason, Exception? cause = null, StoreLoss loss = StoreLoss.None)
    : Exception($"The store is not available: {reason}", cause)
{
    public StoreLoss Loss { get; } = loss;
}

/// <summary>What is stored cannot be read, and will not be until somebody has acted.</summary>
public enum StoreLoss
{
    /// <summary>It passes by itself.</summary>
    None,

    /// <summary>The file is not the one that was opened.</summary>
    Moved,

    Damaged,
}
