using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Reads beside the writer, on a few connections that keep their prepared statements.</summary>
internal sealed class StoreReader(StoreDatabase database, StoreHealth health) : IDisposable
{
    private readonly ConcurrentBag<SqlSession> _idle = [];

    /// <exception cref="StoreUnavailableException">The file cannot be read now.</exception>
    public T Read<T>(Func<SqlSession, T> read)
    {
        SqlSession? session = null;
        try
        {
            database.RequireInPlace();
            session = _idle.TryTake(out var idle) ? idle : database.OpenReader();
            var result = read(session);
            _idle.Add(session);
            session = null;
            health.HasRead();
            return result;
        }
        catch (Exception exception) when (Outage.Of(exception) is { } outage)
        {
            health.ReadFailed(outage);
            throw outage;
        }
        finally
        {
            // Only one that failed is still held here.
            session?.Dispose();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
