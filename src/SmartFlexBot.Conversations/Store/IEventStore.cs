using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Business events that turns have recorded. Taken ones stay: their keys are used for ever.</summary>
internal interface IEventStore
{
    /// <returns>The oldest, also those that must wait: nothing overtakes them.</returns>
    ValueTask<IReadOnlyList<WaitingEvent>> ReadWaitingAsync(int limit);

    Task MarkTakenAsync(long id);

    Task PostponeAsync(long id, long notBefore);
}

internal sealed record WaitingEvent(long Id, BusinessEvent Event, int Attempts, long NotBefore);
