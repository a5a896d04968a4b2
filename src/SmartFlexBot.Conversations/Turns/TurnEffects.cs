using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Records;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>Collects what a turn decides. Nothing of it is real before the commit.</summary>
internal sealed class TurnEffects(StoredRecords store) : ITurnEffects
{
    /// <summary>As JSON.</summary>
    public List<string> Sent { get; } = [];

    public Dictionary<(string Kind, string Key), RecordWrite> Records { get; } = [];
    public List<CommandRequest> Commands { get; } = [];

    /// <summary>The last word on each watch; null ends it.</summary>
    public Dictionary<(string Kind, string Key), WatchRequest?> Watches { get; } = [];

    /// <summary>The last word on each reminder; null cancels it.</summary>
    public Dictionary<string, Reminder?> Reminders { get; } = [];
    public List<BusinessEvent> Events { get; } = [];
    public List<(ConversationKey Conversation, Activity Activity, string DedupeKey)> Posts { get; } = [];

    /// <summary>Null while it stays as it was.</summary>
    public ConversationOrigin? Origin { get; private set; }

    public void Send(string activity) => Sent.Add(activity);

    public Task<StoredRecord?> FindRecordAsync(string kind, string key, CancellationToken cancellationToken) =>
        !Records.TryGetValue((kind, key), out var write) ? store.FindAsync(kind, key, cancellationToken)
            : Task.FromResult(write.Json is null ? null : new StoredRecord(kind, key, write.ExpectedVersion + 1, write.Json));

    public void SaveRecord(RecordWrite record)
    {
        // A second write in the same turn was made from the first one, which nobody has committed yet.
        var expected = Records.TryGetValue((record.Kind, record.Key), out var earlier) ? earlier.ExpectedVersion : record.ExpectedVersion;
        Records[(record.Kind, record.Key)] = record with { ExpectedVersion = expected };
    }

    public void Command(CommandRequest command) => Commands.Add(command);

    public void Watch(WatchRequest watch) => Watches[(watch.Kind, watch.Key)] = watch;

    public void Unwatch(string kind, string key) => Watches[(kind, key)] = null;

    public void Remind(Reminder reminder) => Reminders[reminder.Key] = reminder;

    public void CancelReminder(string key) => Reminders[key] = null;

    public void RecordEvent(BusinessEvent businessEvent) => Events.Add(businessEvent);

    public void Post(ConversationKey conversation, Activity activity, string dedupeKey) =>
        Posts.Add((conversation, activity, dedupeKey));

    public void ChangeOrigin(ConversationOrigin origin) => Origin = origin;
}
