using SmartFlexBot.Tests.Conversations;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>The script's clock. It stands still unless it is moved, and knows which requests wait for it.</summary>
internal sealed class ScriptClock() : SettableClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero))
{
    private readonly AsyncLocal<Action?> _waits = new();

    /// <param name="waits">Called when what runs from here on begins to wait for the clock.</param>
    public void Observe(Action waits) => _waits.Value = waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Value?.Invoke();
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
