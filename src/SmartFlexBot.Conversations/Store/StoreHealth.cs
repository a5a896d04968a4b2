using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Whether the last commit and the last read went through. A node does both at least every sweep, so this is never old.</summary>
public sealed class StoreHealth
{
    private volatile string? _damage;
    private volatile string? _commit;
    private volatile string? _read;

    public bool IsHealthy => Failure is null;

    /// <summary>
    /// Why the last commit or read failed; null while all is well. Damage does not mend itself: it counts until the next start.
    /// </summary>
    public string? Failure => _damage ?? _commit ?? _read;

    internal void Committed() => _commit = null;

    internal void CommitFailed(StoreUnavailableException failure) => _commit = Noted(failure);

    internal void HasRead()
    {
        if (_read is not null)
        {
            _read = null;
        }
    }

    internal void ReadFailed(StoreUnavailableException failure) => _read = Noted(failure);

    private string Noted(StoreUnavailableException failure)
    {
        if (failure.Loss == StoreLoss.Damaged)
        {
            _damage = failure.Message;
        }

        return failure.Message;
    }
}
