using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Conversations.Store;

/// <summary>What was said, numbered without gaps.</summary>
internal interface ILogStore
{
    /// <returns>The entries after <paramref name="watermark"/>, oldest first, at most a page of them.</returns>
    ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(ConversationKey conversation, long watermark, LogPage page);

    /// <returns>The newest entry's number; 0 when there is none.</returns>
    ValueTask<long> NewestAsync(ConversationKey conversation);
}

/// <param name="Json">Without id and time: those are known only inside the commit.</param>
internal sealed record StoredEntry(long Sequence, string ActivityId, long At, string Json)
{
    /// <summary>The id of an entry whose channel gave it none: Direct Line's form, which Web Chat sorts by.</summary>
    public static string Id(ConversationKey conversation, long seq) =>
        string.Create(null, $"{conversation.ConversationId}|{seq:D7}");
}
