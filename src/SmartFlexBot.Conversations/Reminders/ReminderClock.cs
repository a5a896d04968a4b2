using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Inbox;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Reminders;

/// <summary>Brings reminders into their conversations when they are due.</summary>
internal sealed class ReminderClock(
    StoreReader reader, StoreWriter writer, ConversationWaker waker, TimeProvider time, ILogger<ReminderClock> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Reminders", Tick, new Signal(), time, logger).RunAsync(FireDueAsync, stoppingToken);

    private async Task FireDueAsync(CancellationToken cancellationToken)
    {
        List<ReminderRow> due;
        do
        {
            var now = time.UnixNow();
            due = reader.Read(session => session.Query(
                ReminderSql.Due,
                row => new ReminderRow
                {
                    Conversation = row.GetString(0),
                    Key = row.GetString(1),
                    DueAt = row.GetInt64(2),
                    Activity = row.GetString(3),
                },
                now, Batch));
            await Task.WhenAll(due.Select(FireAsync));
        }
        while (due.Count == Batch && !cancellationToken.IsCancellationRequested);
    }

    private async Task FireAsync(ReminderRow reminder)
    {
        var now = time.UnixNow();
        var entry = new InboxEvent(
            ConversationKey.Parse(reminder.Conversation),
            $"reminder:{reminder.Key}:{reminder.DueAt}",
            reminder.Activity,
            InboxEvent.NewId());
        if (await writer.WriteAsync(session =>
            session.Execute(ReminderSql.Fire, reminder.Conversation, reminder.Key, reminder.DueAt) == 1
            && InboxWrites.PostEvent(session, entry, now)))
        {
            waker.Wake(reminder.Conversation);
        }
    }
}
