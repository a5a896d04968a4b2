using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Watches;

/// <summary>Which customers are in the chat: they wrote, or their socket was reading, within the last two minutes.</summary>
internal sealed class Presence(TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<ConversationKey, long> _seen = [];

    /// <summary>How many are remembered, here or not.</summary>
    public int Known => _seen.Count;

    public bool IsHere(ConversationKey conversation) =>
        _seen.TryGetValue(conversation, out var at) && time.GetElapsedTime(at) < Lasts;

    /// <returns>True when the customer was away before.</returns>
    public bool Arrived(ConversationKey conversation)
    {
        var wasHere = IsHere(conversation);
        _seen[conversation] = time.GetTimestamp();
        return !wasHere;
    }

    public void Forget()
    {
        foreach (var (conversation, at) in _seen)
        {
            if (time.GetElapsedTime(at) >= Lasts)
            {
                _seen.TryRemove(new(conversation, at));
            }
        }
    }
}
