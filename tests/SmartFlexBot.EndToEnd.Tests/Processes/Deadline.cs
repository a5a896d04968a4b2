namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>
/// How long a test waits for something that must happen: far longer than it takes, so that only what never happens fails.
/// </summary>
internal sealed class Deadline : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _source;

    private Deadline() => _source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public CancellationToken Token => _source.Token;

    public static Deadline Start()
    {
        var deadline = new Deadline();
        deadline._source.CancelAfter(Longest);
        return deadline;
    }

    /// <param name="missing">Says what was waited for in vain.</param>
    public async Task<T> WaitAsync<T>(Task<T> awaited, Func<string> missing)
    {
        await WaitAsync((Task)awaited, missing);
        return await awaited;
    }

    /// <param name="missing">Says what was waited for in vain.</param>
    public async Task WaitAsync(Task awaited, Func<string> missing)
    {
        try
        {
            await awaited;
        }
        catch (OperationCanceledException)
            when (_source.IsCancellationRequested && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(missing());
        }
    }

    public void Dispose() => _source.Dispose();
}
