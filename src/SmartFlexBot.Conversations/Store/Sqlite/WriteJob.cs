namespace SmartFlexBot.Conversations.Store.Sqlite;

/// <summary>Work for the writer's transaction. Its result is kept back until the commit that makes it true.</summary>
internal abstract class WriteJob
{
    /// <summary>Runs inside a savepoint of its own.</summary>
    public abstract void Run(SqlSession session);

    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

internal sealed class WriteJob<T>(Func<SqlSession, T> work) : WriteJob
{
    // Whoever waits goes on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Run(SqlSession session) => _result = work(session);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}
