using System.Collections.Concurrent;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>
/// Stream tokens are in addresses, so each opens one stream. Remembered on this node while they could still be used; another node
/// does not know of it, which leaves an address read by somebody good for the rest of its minute there.
/// </summary>
internal sealed class UsedStreamTokens(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <exception cref="RequestRefusedException">403: it was used before.</exception>
    public void Use(DirectLineToken token)
    {
        var now = time.GetUtcNow();
        foreach (var (id, expiresAt) in _used)
        {
            if (expiresAt <= now)
            {
                _used.TryRemove(id, out _);
            }
        }

        if (!_used.TryAdd(token.Id, token.ExpiresAt))
        {
            throw RequestRefusedException.Forbidden("The address of this stream was used already. Ask for a new one.");
        }
    }
}
