using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Benchmarks.Micro;

/// <summary>Takes what a turn decides and forgets it.</summary>
internal sealed class NoEffects : ITurnEffects
{
    public void Send(string activity) { }

    public Task<StoredRecord?> FindRecordAsync(string kind, string key, CancellationToken cancellationToken) =>
        Task.FromResult<StoredRecord?>(null);

    public void SaveRecord(RecordWrite record) { }

    public void Command(CommandRequest command) { }

    public void Watch(WatchRequest watch) { }

    public void Unwatch(string kind, string key) { }

    public void Remind(Reminder reminder) { }

    public void CancelReminder(string key) { }

    public void RecordEvent(BusinessEvent businessEvent) { }

    public void Post(ConversationKey conversation, Activity activity, string dedupeKey) { }

    public void ChangeOrigin(ConversationOrigin origin) { }
}
