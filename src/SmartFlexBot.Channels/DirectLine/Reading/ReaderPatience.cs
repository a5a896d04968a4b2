namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>How long a client may take for one frame. Its time begins when it first keeps us waiting.</summary>
internal sealed class ReaderPatience(TaskCompletionSource<string> cut, TimeProvider time) : IDisposable
{
    public const string TooSlow = "This was not read in time. Come back with the watermark.";

    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _enough = new();
    private Task? _late;

    /// <returns>False when the client is cut, or was cut off here because its time is over; the task may go on then.</returns>
    public async Task<bool> AllowsAsync(Task task)
    {
        if (!task.IsCompleted)
        {
            _late ??= Task.WhenAny(cut.Task, Task.Delay(Limit, time, _enough.Token));
            if (await Task.WhenAny(task, _late) != task)
            {
                cut.TrySetResult(TooSlow);
                return false;
            }
        }

        await task;
        return true;
    }

    public void Dispose()
    {
        _enough.Cancel();
        _enough.Dispose();
    }
}
