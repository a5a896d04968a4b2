using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Business events that turns have recorded. Taken ones stay: their keys are used for ever.</summary>
internal interface IEventStore
{
    /// <returns>The oldest waiting event of each subject, where it is due; those that have waited longest come first.</returns>
    ValueTask<IReadOnlyList<DueEvent>> ReadDueAsync(int limit);

    Task MarkTakenAsync(DueEvent due);

    /// <param name="refused">It counts as a refusal.</param>
    /// <param name="reason">For operators; never an event's content.</param>
    Task PostponeAsync(DueEvent due, long notBefore, bool refused, string reason);

    /// <summary>It is a dead letter now: it waits no longer, and those of its subject behind it go on.</summary>
    /// <inheritdoc cref="PostponeAsync" path="/param[@name='reason']"/>
    Task MarkRefusedAsync(DueEvent due, string reason);

    /// <returns>Dead letters, oldest first.</returns>
    ValueTask<IReadOnlyList<RefusedEvent>> ReadRefusedAsync(int limit);

    ValueTask<int> CountRefusedAsync();

    /// <summary>Dead letters wait again, as new.</summary>
    /// <param name="key">The event's; null for all.</param>
    /// <returns>How many.</returns>
    Task<int> RetryAsync(string? key);
}

internal sealed record DueEvent(long Id, BusinessEvent Event, int Attempts, int Refusals);
