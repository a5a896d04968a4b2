using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Reminders;

/// <summary>Brings reminders into their conversations when they are due.</summary>
internal sealed class ReminderClock(
    IReminderStore store, IConversationWaker waker, TimeProvider time, ILogger<ReminderClock> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Reminders", Tick, new Signal(), time, logger).RunAsync(FireDueAsync, stoppingToken);

    private async Task FireDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<DueReminder> due;
        do
        {
            due = await store.ReadDueAsync(Batch);
            await Task.WhenAll(due.Select(FireAsync));
        }
        while (due.Count == Batch);
    }

    private async Task FireAsync(DueReminder reminder)
    {
        var entry = new InboxEvent(
            reminder.Conversation,
            $"reminder:{reminder.Key}:{reminder.DueAt}",
            $"reminder:{reminder.Key}",
            reminder.Json,
            InboxEvent.NewId());
        if (await store.FireAsync(reminder, entry))
        {
            waker.Wake(reminder.Conversation);
        }
    }
}
