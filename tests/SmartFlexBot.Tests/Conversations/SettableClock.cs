using Microsoft.Extensions.Time.Testing;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>A clock that can be set back as a machine's can: what it shows changes, what is measured with it goes on.</summary>
internal class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long _set;

    public void SetBack(TimeSpan span) => Interlocked.Add(ref _set, -span.Ticks);

    public void SetForward(TimeSpan span) => Interlocked.Add(ref _set, span.Ticks);

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _set));
}
