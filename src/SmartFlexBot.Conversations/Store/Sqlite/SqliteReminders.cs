using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sqlite.Tables;

namespace SmartFlexBot.Conversations.Store.Sqlite;

internal sealed class SqliteReminders(StoreReader reader, StoreWriter writer, TimeProvider time) : IReminderStore
{
    public ValueTask<IReadOnlyList<DueReminder>> ReadDueAsync(int limit)
    {
        var now = time.UnixNow();
        return new(reader.Read(session => session.Query(
            ReminderSql.Due,
            row => new DueReminder(ConversationKey.Parse(row.GetString(0)), row.GetString(1), row.GetInt64(2), row.GetString(3)),
            now, limit)));
    }

    public Task<bool> FireAsync(DueReminder reminder, InboxEvent told)
    {
        var now = time.UnixNow();
        return writer.WriteAsync(session =>
            session.Execute(ReminderSql.Fire, reminder.Conversation.ToString(), reminder.RowKey, reminder.DueAt) == 1
            && InboxWrites.Post(session, told, now));
    }
}
