using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Events;

/// <summary>What happens to an event that was not taken.</summary>
internal readonly record struct EventNext(bool IsDead, bool IsRefusal, TimeSpan Delay, string Reason);

internal static class EventPolicy
{
    /// <summary>Where the other side is being changed, it refuses for a moment what it takes afterwards: about two minutes.</summary>
    public const int MostRefusals = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="attempts">How often it was offered before.</param>
    /// <param name="refusals">How often it was refused before.</param>
    /// <returns>Null when it was taken.</returns>
    public static EventNext? After(EventReceipt receipt, int attempts, int refusals) => receipt switch
    {
        EventReceipt.Taken => null,
        EventReceipt.Later later => new(false, false, Longer(later.After, BackOff.After(attempts + 1, Longest)), later.Reason),
        EventReceipt.Refused refused when refusals + 1 < MostRefusals =>
            new(false, true, BackOff.After(refusals + 1, Longest), refused.Reason),
        EventReceipt.Refused refused => new(true, true, TimeSpan.Zero, refused.Reason),
        _ => throw new InvalidOperationException($"{receipt.GetType().Name} is no receipt."),
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
