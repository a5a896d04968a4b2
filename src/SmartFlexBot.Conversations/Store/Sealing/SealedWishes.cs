using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store.Sealing;

/// <summary>What a turn asks for, as it goes into rows: each with its real key inside, since its row has the hash alone.</summary>
internal static class SealedWishes
{
    public static RecordChange Seal(this RowSeal seal, RecordChange change)
    {
        var key = seal.RecordKey(change.Kind, change.Key);
        return change with
        {
            Key = key,
            Content = change.Content is { } content ? seal.Close(content, RowIdentity.Record(change.Kind, key)) : null,
        };
    }

    public static CommandRequest Seal(this RowSeal seal, CommandRequest command)
    {
        var key = seal.Names.Of("commands.key", command.Key);
        return command with
        {
            Key = key,
            Payload = seal.Close(RowSeal.Together(command.Key, command.Payload), RowIdentity.Command(key)),
        };
    }

    public static ((string Kind, string Key) Name, WatchRequest? Watch) Seal(
        this RowSeal seal, ((string Kind, string Key) Name, WatchRequest? Watch) wish)
    {
        var (kind, key) = (wish.Name.Kind, seal.Names.Of("watches.key", $"{wish.Name.Kind}\n{wish.Name.Key}"));
        return ((kind, key), wish.Watch is { } watch
            ? watch with { Key = key, Payload = seal.Close(RowSeal.Together(watch.Key, watch.Payload), RowIdentity.Watch(kind, key)) }
            : null);
    }

    public static (string Key, long DueAt, string? Json) Seal(
        this RowSeal seal, ConversationKey conversation, (string Key, long DueAt, string? Json) reminder)
    {
        var key = seal.Names.Of("reminders.key", conversation, reminder.Key);
        return (key, reminder.DueAt, reminder.Json is { } json
            ? seal.Close(RowSeal.Together(reminder.Key, json), RowIdentity.Reminder(conversation, key))
            : null);
    }

    public static BusinessEvent Seal(this RowSeal seal, BusinessEvent recorded)
    {
        var key = seal.EventKey(recorded.Key);
        var content = RowSeal.Together(recorded.Key, RowSeal.Together(recorded.Subject, recorded.Json));
        return recorded with
        {
            Key = key,
            Subject = seal.Names.Of("events.subject", recorded.Subject),
            Json = seal.Close(content, RowIdentity.Event(key)),
        };
    }

    public static string RecordKey(this RowSeal seal, string kind, string key) => seal.Names.Of("records.key", $"{kind}\n{key}");

    public static string EventKey(this RowSeal seal, string key) => seal.Names.Of("events.key", key);
}
