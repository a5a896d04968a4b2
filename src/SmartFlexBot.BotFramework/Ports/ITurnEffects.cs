using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// What a turn decides. Nothing here happens before the turn's one transaction commits; all of it happens when it does.
/// </summary>
public interface ITurnEffects
{
    /// <param name="activity">JSON, addressed, without id and time (<see cref="ReplyWriter"/>).</param>
    void Send(string activity);

    /// <summary>A record as it was committed, or as this turn has saved it. Null when there is none or it has expired.</summary>
    Task<StoredRecord?> FindRecordAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a record if its version is still <see cref="RecordWrite.ExpectedVersion"/> at the commit; else the whole turn is run
    /// again on fresh records. One write a record and turn: a later one replaces an earlier one.
    /// </summary>
    void SaveRecord(RecordWrite record);

    /// <summary>Asks for a change in the outside world. A key that was ever used before is ignored: once is once.</summary>
    void Command(CommandRequest command);

    void Watch(WatchRequest watch);

    void Unwatch(string kind, string key);

    /// <summary>Brings an event into this conversation later. A reminder with the same key is replaced.</summary>
    void Remind(Reminder reminder);

    void CancelReminder(string key);

    /// <summary>Tells the outside (webhooks, metrics) that something happened; delivered at least once after the commit.</summary>
    void RecordEvent(BusinessEvent businessEvent);

    /// <summary>
    /// Puts an event into another conversation's inbox in the same commit. It is ignored when that conversation does not exist.
    /// </summary>
    void Post(ConversationKey conversation, Activity activity, string dedupeKey);

    /// <summary>
    /// The conversation's next turns have this origin, as after a sign-in; this one keeps its own. What is kept of it belongs to the new
    /// account from the commit on, and without one to whom it belonged.
    /// </summary>
    void ChangeOrigin(ConversationOrigin origin);
}

/// <param name="Version">From 1, one more with each save.</param>
public sealed record StoredRecord(string Kind, string Key, long Version, string Json);

/// <param name="Json">The new content, or null to delete.</param>
/// <param name="ExpectedVersion">The version this content was made from; 0 when the record is new.</param>
/// <param name="IsEvidence">
/// True for what proves something, such as a consent: it is kept apart for its own time, also when all else of its owner is erased.
/// </param>
/// <param name="IsListed">True for what is found by its kind too, and whose changes are followed (<see cref="IListedRecords"/>).</param>
public sealed record RecordWrite(
    string Kind,
    string Key,
    string? Json,
    long ExpectedVersion,
    bool IsEvidence = false,
    DateTimeOffset? ExpiresAt = null,
    bool IsListed = false);

/// <param name="Key">The same for two reminders that mean the same; unique within the conversation.</param>
/// <param name="Activity">The event that enters the inbox when it is due.</param>
public sealed record Reminder(string Key, DateTimeOffset DueAt, Activity Activity);

/// <param name="Name">Such as "journey.live".</param>
/// <param name="Subject">Whose it is, such as a journey's key: those of one subject are delivered in order, and hold up no other.</param>
/// <param name="Key">Unique for ever: the same key is recorded once.</param>
/// <param name="Json">Ids and states only: no names, no message text.</param>
public sealed record BusinessEvent(string Name, string Subject, string Key, string Json);
