using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>
/// All run-time writes. Jobs that wait together are committed together in one transaction (one fsync), each in its own savepoint:
/// a job that fails is undone alone. Results are handed out after the commit only.
/// </summary>
internal sealed partial class StoreWriter(StoreDatabase database, StoreHealth health, ILogger<StoreWriter> logger) : IDisposable
{
    private const int Capacity = 4096;
    private const int GroupLimit = 256;

    // Beyond this, new work is refused: what was accepted must still find room to finish.
    private const int AdmissionLimit = Capacity / 2;

    private readonly Channel<WriteJob> _jobs = Channel.CreateBounded<WriteJob>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly List<WriteJob> _group = new(GroupLimit);
    private SqlSession? _session;
    private StoreUnavailableException? _outage;
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Takes what is waiting, commits it and ends. Later jobs are refused.</summary>
    public void Stop()
    {
        _jobs.Writer.TryComplete();
        _thread?.Join();
    }

    /// <summary>Takes new work from outside.</summary>
    /// <exception cref="StoreBusyException">Too much is waiting.</exception>
    public Task<T> AdmitAsync<T>(Func<SqlSession, T> work)
    {
        var job = new WriteJob<T>(work);
        return _jobs.Reader.Count < AdmissionLimit && _jobs.Writer.TryWrite(job)
            ? job.Task
            : throw new StoreBusyException();
    }

    /// <summary>Takes work that finishes something, and waits for room.</summary>
    /// <exception cref="StoreUnavailableException">The commit failed: nothing of it was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<SqlSession, T> work)
    {
        var job = new WriteJob<T>(work);
        if (!_jobs.Writer.TryWrite(job))
        {
            try
            {
                await _jobs.Writer.WriteAsync(job);
            }
            catch (ChannelClosedException exception)
            {
                throw new StoreUnavailableException("it is shutting down", exception);
            }
        }

        return await job.Task;
    }

    public void Dispose() => Stop();

    private void Run()
    {
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            CommitGroup();
        }

        _session?.Dispose();
    }

    private void CommitGroup()
    {
        _group.Clear();
        _outage = null;
        try
        {
            database.RequireInPlace();
            _session ??= database.OpenWriter();
            _session.Execute(WriterSql.Begin);
            while (_group.Count < GroupLimit && _jobs.Reader.TryRead(out var job))
            {
                RunAlone(_session, job);
            }

            _session.Execute(WriterSql.Commit);
        }
        catch (Exception exception)
        {
            FailGroup(exception);
            return;
        }

        if (_outage is null)
        {
            health.Committed();
        }
        else
        {
            health.CommitFailed(_outage);
        }

        foreach (var job in _group)
        {
            job.Complete();
        }
    }

    private void RunAlone(SqlSession session, WriteJob job)
    {
        _group.Add(job);
        session.Execute(WriterSql.Savepoint);
        try
        {
            job.Run(session);
            session.Execute(WriterSql.Release);
        }
        // SQLite ends the whole transaction by itself when, for example, the disk is full: then the group has failed.
        catch (Exception exception) when (!session.IsAutocommit)
        {
            _group.RemoveAt(_group.Count - 1);
            session.Execute(WriterSql.RollbackToSavepoint);
            session.Execute(WriterSql.Release);
            _outage = Outage.Of(exception) ?? _outage;
            job.Fail(Outage.Of(exception) ?? exception);
        }
    }

    private void FailGroup(Exception exception)
    {
        // A fresh connection for the next group: after a failed commit this one may be in any state.
        _session?.Dispose();
        _session = null;
        var failure = Outage.Of(exception) ?? new StoreUnavailableException(exception.GetType().Name, exception);
        health.CommitFailed(failure);
        Log.CommitFailed(logger, _group.Count, exception);
        if (_group.Count == 0)
        {
            // The transaction could not even begin: refuse what waits now rather than spin on it.
            while (_group.Count < GroupLimit && _jobs.Reader.TryRead(out var job))
            {
                _group.Add(job);
            }
        }

        foreach (var job in _group)
        {
            job.Fail(failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A commit of {Jobs} jobs failed; nothing of it was stored or acknowledged.")]
        public static partial void CommitFailed(ILogger logger, int jobs, Exception exception);
    }
}

internal static class WriterSql
{
    public const string Begin = "BEGIN IMMEDIATE";
    public const string Commit = "COMMIT";
    public const string Savepoint = "SAVEPOINT job";
    public const string Release = "RELEASE SAVEPOINT job";
    public const string RollbackToSavepoint = "ROLLBACK TO SAVEPOINT job";
}
