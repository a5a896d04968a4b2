using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.BotFramework;

/// <summary>What a turn decided, kept for a test to look at.</summary>
internal sealed class InMemoryTurnEffects : ITurnEffects
{
    private readonly Dictionary<(string Kind, string Key), StoredRecord> _records = [];

    public List<Activity> Sent { get; } = [];
    public List<CommandRequest> Commands { get; } = [];
    public List<BusinessEvent> Events { get; } = [];
    public List<Activity> Posted { get; } = [];

    /// <summary>Where each of <see cref="Posted"/> goes, and what it is known by there.</summary>
    public List<(string Conversation, string DedupeKey)> PostedTo { get; } = [];

    /// <summary>Every record that was written, oldest first.</summary>
    public List<RecordWrite> Written { get; } = [];

    public IEnumerable<StoredRecord> Records => _records.Values;

    public Dictionary<(string Kind, string Key), WatchRequest> Watches { get; } = [];
    public Dictionary<string, Reminder> Reminders { get; } = [];

    /// <summary>What the conversation's next turn has; null while it stays as it was.</summary>
    public ConversationOrigin? Origin { get; private set; }

    public void Send(string activity) => Sent.Add(ActivityJson.Read(activity));

    public Task<StoredRecord?> FindRecordAsync(string kind, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_records.GetValueOrDefault((kind, key)));

    public void SaveRecord(RecordWrite record)
    {
        Written.Add(record);
        if (record.Json is null)
        {
            _records.Remove((record.Kind, record.Key));
        }
        else
        {
            _records[(record.Kind, record.Key)] = new StoredRecord(record.Kind, record.Key, record.ExpectedVersion + 1, record.Json);
        }
    }

    public void Command(CommandRequest command) => Commands.Add(command);

    public void Watch(WatchRequest watch) => Watches[(watch.Kind, watch.Key)] = watch;

    public void Unwatch(string kind, string key) => Watches.Remove((kind, key));

    public void Remind(Reminder reminder) => Reminders[reminder.Key] = reminder;

    public void CancelReminder(string key) => Reminders.Remove(key);

    public void RecordEvent(BusinessEvent businessEvent) => Events.Add(businessEvent);

    public void Post(ConversationKey conversation, Activity activity, string dedupeKey)
    {
        Posted.Add(activity);
        PostedTo.Add((conversation.ToString(), dedupeKey));
    }

    public void ChangeOrigin(ConversationOrigin origin) => Origin = origin;
}
