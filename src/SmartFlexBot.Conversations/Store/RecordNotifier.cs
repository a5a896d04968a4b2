namespace SmartFlexBot.Conversations.Store;

/// <summary>Wakes those who follow listed records, in this process.</summary>
internal sealed class RecordNotifier
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes with the next notification. Ask first, then read: so nothing falls between.</summary>
    public Task Next => _next.Task;

    public void Notify()
    {
        var now = _next;
        _next = New();
        now.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
