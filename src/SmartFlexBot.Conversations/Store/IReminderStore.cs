using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>Reminders that turns have set.</summary>
internal interface IReminderStore
{
    /// <returns>Those that are due, the longest overdue first.</returns>
    ValueTask<IReadOnlyList<DueReminder>> ReadDueAsync(int limit);

    /// <summary>
    /// One commit: the reminder is gone, and its event is in the inbox. One that was moved or fired meanwhile stays as it is.
    /// </summary>
    /// <returns>True when the conversation has something new to do.</returns>
    Task<bool> FireAsync(DueReminder reminder, InboxEvent told);
}

/// <param name="Json">The event's activity; empty where it does not open.</param>
internal sealed record DueReminder(ConversationKey Conversation, string Key, long DueAt, string Json)
{
    /// <summary>What the row has in the place of the key.</summary>
    public string RowKey { get; } = Key;
}
