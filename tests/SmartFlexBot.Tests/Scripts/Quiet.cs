using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// Knows when a host has done all it can at this moment of its clock: nothing is on its way to Kraken, nothing undone in the store.
/// </summary>
internal sealed class Quiet(string storePath) : IDisposable
{
    /// <summary>Looks in a row that must find nothing: work moves between tables, threads and requests.</summary>
    private const int LooksInARow = 3;

    /// <summary>Who is still busy after so long will never be done; a disk alone can stall a busy machine for a second.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(20);

    /// <summary>The same when a slow Kraken waits for the clock.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(50);

    private const string Undone =
        """
        SELECT (SELECT count(*) FROM inbox i WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.conversation = i.conversation AND e.status = 0 AND e.id < i.id
                                AND e.about IS NULL AND e.not_before > @overdue))
             + (SELECT count(*) FROM outbox WHERE status = 0 AND not_before <= @overdue)
             + (SELECT count(*) FROM commands WHERE status = 1 OR (status IN (0, 2) AND not_before <= @overdue))
             + (SELECT count(*) FROM events WHERE status = 0 AND not_before <= @overdue)
             + (SELECT count(*) FROM watches WHERE next_at <= @overdue)
             + (SELECT count(*) FROM reminders WHERE due_at <= @overdue)
        """;

    private int _requests;
    private int _held;

    /// <summary>A request to Kraken, until it is disposed.</summary>
    public Request Begin() => new(this);

    public async Task WaitAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var store = Connection();
        await store.OpenAsync(cancellationToken);
        await using var undone = store.CreateCommand();
        undone.CommandText = Undone;
        // What waits for its time is looked for every second or two: it counts once that is over.
        undone.Parameters.AddWithValue("@overdue", now.AddSeconds(-2).ToUnixTimeMilliseconds());
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var since = Stopwatch.StartNew();
        for (var found = 0; found < LooksInARow && since.Elapsed < (IsHeld ? Held : Stuck);)
        {
            await looks.WaitForNextTickAsync(cancellationToken);
            var isQuiet = Volatile.Read(ref _requests) == 0 && (long)(await undone.ExecuteScalarAsync(cancellationToken))! == 0;
            found = isQuiet ? found + 1 : 0;
        }
    }

    /// <summary>Pooled connections would hold the file, deleted or not, as long as the process lives.</summary>
    public void Dispose()
    {
        using var store = Connection();
        SqliteConnection.ClearPool(store);
    }

    private SqliteConnection Connection() =>
        new(new SqliteConnectionStringBuilder { DataSource = storePath, Mode = SqliteOpenMode.ReadWrite }.ToString());

    private bool IsHeld => Volatile.Read(ref _held) is > 0 and var held && held == Volatile.Read(ref _requests);

    internal sealed class Request : IDisposable
    {
        private readonly Quiet _quiet;
        private int _waits;

        public Request(Quiet quiet)
        {
            _quiet = quiet;
            Interlocked.Increment(ref quiet._requests);
        }

        public void WaitsForTheClock()
        {
            if (Interlocked.Exchange(ref _waits, 1) == 0)
            {
                Interlocked.Increment(ref _quiet._held);
            }
        }

        public void Dispose()
        {
            Interlocked.Decrement(ref _quiet._requests);
            if (_waits == 1)
            {
                Interlocked.Decrement(ref _quiet._held);
            }
        }
    }
}
