using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>
/// What is in memory for clients, in bytes: pages that they have not taken yet, messages that they are sending. Who reads the log or a
/// message holds room first, so that however many there are, and however slow, the host's memory is bounded.
/// </summary>
internal sealed class ClientBytes(IOptions<MemoryOptions> options, TimeProvider time)
{
    /// <summary>How long a client may take its time while it keeps others from room.</summary>
    public static readonly TimeSpan PatienceWhenFull = TimeSpan.FromSeconds(2);

    public const string Crowded = "Others wait for room and this was not read. Come back with the watermark.";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ClientShare> _shares = new(StringComparer.Ordinal);

    /// <summary>All that is held now.</summary>
    public int Held
    {
        get
        {
            lock (_gate)
            {
                return _shares.TryGetValue(ClientPlace.Host, out var share) ? share.Held : 0;
            }
        }
    }

    /// <summary>Room for a page of the log.</summary>
    /// <inheritdoc cref="TryHold(ClientPlace, int, Action{string})"/>
    public ClientHolding? TryHold(ClientPlace place, Action<string> cut) => TryHold(place, options.Value.PageBytes, cut);

    /// <param name="cut">Ends the client for the given reason, when it is slow and others need the room.</param>
    /// <returns>Null when there is no room now: try again a little later. The slowest makes room then.</returns>
    public ClientHolding? TryHold(ClientPlace place, int bytes, Action<string> cut)
    {
        ClientHolding? slowest;
        lock (_gate)
        {
            ClientShare[] shares = [.. place.Limits(options.Value).Select(limit => ShareOf(limit.Scope, limit.Limit))];
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

    internal void Change(ClientHolding holding, int bytes)
    {
        lock (_gate)
        {
            holding.Count(bytes);
            Forget(holding.Shares);
        }
    }

    private ClientShare ShareOf(string scope, int limit) =>
        _shares.TryGetValue(scope, out var share) ? share : _shares[scope] = new(scope, limit);

    private void Forget(ClientShare[] shares)
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
