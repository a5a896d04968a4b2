using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// The wall clock, but never backwards. When it is set back (a time server, a virtual machine that was moved), this one goes on at half
/// its pace until it has been caught up with: what was issued stays issued, what is due stays due, and nothing waits for hours.
/// </summary>
public sealed class SteadyTime(TimeProvider wall) : TimeProvider
{
    /// <summary>The key of the wall clock itself, for what others compare with theirs.</summary>
    public const string Wall = "wall";

    private readonly Lock _once = new();
    private DateTimeOffset _now = wall.GetUtcNow();
    private long _seen = wall.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_once)
        {
            var (now, seen) = (wall.GetUtcNow(), wall.GetTimestamp());
            var least = _now + (wall.GetElapsedTime(_seen, seen) / 2);
            (_now, _seen) = (now > least ? now : least, seen);
            return _now;
        }
    }

    public override long GetTimestamp() => wall.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);
}

internal static class SteadyTimeServices
{
    /// <summary>Puts a steady clock in front of the one that is registered, else of the system's.</summary>
    public static void AddSteadyTime(this IServiceCollection services)
    {
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider) && !service.IsKeyedService);
        var wall = registered?.ImplementationInstance as TimeProvider ?? TimeProvider.System;
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SteadyTime(wall)));
        services.TryAddKeyedSingleton(SteadyTime.Wall, wall);
    }
}
