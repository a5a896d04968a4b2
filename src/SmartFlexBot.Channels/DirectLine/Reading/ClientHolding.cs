namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>What one client holds, in each of the shares that it counts against. Only <see cref="ClientBytes"/> changes it.</summary>
internal sealed class ClientHolding : IDisposable
{
    private readonly ClientBytes _owner;
    private readonly LinkedListNode<ClientHolding>[] _places;
    private int _bytes;

    public ClientHolding(ClientBytes owner, ClientShare[] shares, int bytes, long since, Action<string> cut)
    {
        (_owner, Shares, Since, Cut) = (owner, shares, since, cut);
        _places = [.. shares.Select(share => share.Enter(this))];
        Count(bytes);
    }

    public ClientShare[] Shares { get; }

    public long Since { get; }

    public Action<string> Cut { get; }

    /// <summary>When it is known how much it really is: a long activity may be more than was held for it.</summary>
    public void Resize(int bytes) => _owner.Change(this, bytes);

    public void Dispose() => _owner.Change(this, 0);

    /// <summary>For the owner, under its lock.</summary>
    public void Count(int bytes)
    {
        for (var i = 0; i < Shares.Length; i++)
        {
            Shares[i].Count(_places[i], bytes - _bytes, leaves: bytes == 0);
        }

        _bytes = bytes;
    }
}

/// <summary>What all clients of one scope hold together.</summary>
internal sealed class ClientShare(string scope, int limit)
{
    private readonly LinkedList<ClientHolding> _holdings = [];

    public string Scope => scope;

    public int Held { get; private set; }

    public bool IsEmpty => _holdings.Count == 0;

    /// <summary>Who has held something for the longest time.</summary>
    public ClientHolding Oldest => _holdings.First!.Value;

    /// <summary>Who is alone has room: even a limit that one long activity exceeds lets it through.</summary>
    public bool HasRoomFor(int bytes) => IsEmpty || Held + bytes <= limit;

    public LinkedListNode<ClientHolding> Enter(ClientHolding holding) => _holdings.AddLast(holding);

    public void Count(LinkedListNode<ClientHolding> place, int more, bool leaves)
    {
        Held += more;
        if (leaves && place.List is not null)
        {
            _holdings.Remove(place);
        }
    }
}
