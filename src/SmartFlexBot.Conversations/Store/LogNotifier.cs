using System.Collections.Concurrent;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Wakes those who wait for a conversation's log, in this process.</summary>
internal sealed class LogNotifier
{
    private readonly ConcurrentDictionary<ConversationKey, TaskCompletionSource> _waiting = [];

    /// <summary>Completes with the next notification. Ask first, then read: so nothing falls between.</summary>
    public Task Next(ConversationKey conversation) => _waiting.GetOrAdd(
        conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Notify(ConversationKey conversation)
    {
        if (_waiting.TryRemove(conversation, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
