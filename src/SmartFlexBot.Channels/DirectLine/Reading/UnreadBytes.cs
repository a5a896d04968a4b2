using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// What is in memory for clients that have not taken it yet, in bytes. A reader holds room before it reads the log, so that however
/// many there are, and however slow, the host's memory is bounded.
/// </summary>
internal sealed class UnreadBytes(IOptions<ReadingOptions> options, TimeProvider time)
{
    /// <summary>How long a client may take its time while it keeps others from room.</summary>
    public static readonly TimeSpan PatienceWhenFull = TimeSpan.FromSeconds(2);

    public const string Crowded = "Others wait for room and this was not read. Come back with the watermark.";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnreadShare> _shares = new(StringComparer.Ordinal);

    /// <summary>All that is held now.</summary>
    public int Held
    {
        get
        {
            lock (_gate)
            {
                return _shares.TryGetValue(ReaderPlace.Host, out var share) ? share.Held : 0;
            }
        }
    }

    /// <param name="cut">Ends the reader for the given reason, when it is slow and others need the room.</param>
    /// <returns>Null when there is no room now: try again a little later. The slowest reader makes room then.</returns>
    public UnreadHolding? TryHold(ReaderPlace place, Action<string> cut)
    {
        var bytes = options.Value.PageBytes;
        UnreadHolding? slowest;
        lock (_gate)
        {
            UnreadShare[] shares = [.. place.Limits(options.Value).Select(limit => ShareOf(limit.Scope, limit.Limit))];
            if (Array.Find(shares, share => !share.HasRoomFor(bytes)) is not { } full)
            {
                return new(this, shares, bytes, time.GetTimestamp(), cut);
            }

            Forget(shares);
            slowest = time.GetElapsedTime(full.Oldest.Since) >= PatienceWhenFull ? full.Oldest : null;
        }

        slowest?.Cut(Crowded);
        return null;
    }

    internal void Change(UnreadHolding holding, int bytes)
    {
        lock (_gate)
        {
            holding.Count(bytes);
            Forget(holding.Shares);
        }
    }

    private UnreadShare ShareOf(string scope, int limit) =>
        _shares.TryGetValue(scope, out var share) ? share : _shares[scope] = new(scope, limit);

    private void Forget(UnreadShare[] shares)
    {
        foreach (var share in shares)
        {
            if (share.IsEmpty)
            {
                _shares.Remove(share.Scope);
            }
        }
    }
}
