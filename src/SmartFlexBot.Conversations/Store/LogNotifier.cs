using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Wakes those who wait for a conversation's log, in this process.</summary>
internal sealed class LogNotifier
{
    private readonly ConcurrentDictionary<ConversationKey, TaskCompletionSource> _waiting = [];

    /// <summary>Conversations that somebody waits for.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Completes with the next notification. Ask first, then read: so nothing falls between.</summary>
    public Task Next(ConversationKey conversation) => _waiting.GetOrAdd(
        conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>
    /// For those who wait no longer for what <see cref="Next"/> gave: else conversations that nothing happens in any more would stay here
    /// for ever. Others who wait for the same look once for nothing.
    /// </summary>
    public void Leave(ConversationKey conversation, Task next)
    {
        if (_waiting.TryGetValue(conversation, out var waiting) && waiting.Task == next && _waiting.TryRemove(new(conversation, waiting)))
        {
            waiting.TrySetResult();
        }
    }

    public void Notify(ConversationKey conversation)
    {
        if (_waiting.TryRemove(conversation, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
