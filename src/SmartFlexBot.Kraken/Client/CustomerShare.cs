using Microsoft.Extensions.Options;

namespace SmartFlexBot.Kraken.Client;

/// <summary>
/// How much of the tenant's points the turns of one customer may use: a part of an hour's allowance, which fills up again in an hour. So
/// nobody who writes without a pause keeps Kraken from everybody else. On each node by itself.
/// </summary>
internal sealed class CustomerShare(IOptions<KrakenOptions> settings, TimeProvider time)
{
    // Customers who have their whole share again need not be remembered.
    private const int LookAfter = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Used> _used = new(StringComparer.Ordinal);
    private int _taken;

    private double Share => settings.Value.PointsPerHour * settings.Value.CustomerShare;

    /// <summary>How many customers are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_gate)
            {
                return _used.Count;
            }
        }
    }

    /// <returns>False when what one read costs is not left for this customer now.</returns>
    public bool TryRead(string customer)
    {
        lock (_gate)
        {
            if (++_taken % LookAfter == 0)
            {
                Forget();
            }

            var points = _used.TryGetValue(customer, out var used) ? Left(used) : 0;
            var after = points + settings.Value.ReadPoints;
            if (after > Share)
            {
                return false;
            }

            _used[customer] = new(after, time.GetTimestamp());
            return true;
        }
    }

    /// <summary>What of it is still counted.</summary>
    private double Left(Used used) => Math.Max(0, used.Points - (Share * time.GetElapsedTime(used.At).TotalHours));

    private void Forget()
    {
        foreach (var (customer, used) in _used)
        {
            if (Left(used) == 0)
            {
                _used.Remove(customer);
            }
        }
    }

    private readonly record struct Used(double Points, long At);
}
