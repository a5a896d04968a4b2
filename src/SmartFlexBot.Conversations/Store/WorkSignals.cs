using System.Collections.Concurrent;

namespace SmartFlexBot.Conversations.Store;

/// <summary>What a commit may have given the background loops to do.</summary>
internal sealed class WorkSignals
{
    public Signal Commands { get; } = new();
    public WatchSignals Watches { get; } = new();
    public Signal Events { get; } = new();
}

/// <summary>One signal for each kind's loop; setting wakes them all.</summary>
internal sealed class WatchSignals
{
    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    public Signal For(string kind) => _signals.GetOrAdd(kind, _ => new());

    public void Set()
    {
        foreach (var signal in _signals.Values)
        {
            signal.Set();
        }
    }
}
