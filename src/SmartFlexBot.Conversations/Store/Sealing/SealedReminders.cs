using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedReminders([FromKeyedServices(StoreServices.Rows)] IReminderStore rows, RowSeal seal) : IReminderStore
{
    public async ValueTask<IReadOnlyList<DueReminder>> ReadDueAsync(int limit) => [.. (await rows.ReadDueAsync(limit)).Select(Open)];

    public Task<bool> FireAsync(DueReminder reminder, InboxEvent told) => rows.FireAsync(reminder, seal.Seal(told));

    private DueReminder Open(DueReminder due)
    {
        if (seal.TryOpen(due.Json, RowIdentity.Reminder(due.Conversation, due.RowKey)) is not { } opened)
        {
            return due with { Json = "" };
        }

        var (key, json) = RowSeal.Apart(opened);
        return due with { Key = key, Json = json };
    }
}
