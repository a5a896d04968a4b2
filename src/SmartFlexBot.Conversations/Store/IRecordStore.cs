namespace SmartFlexBot.Conversations.Store;

/// <summary>What bots save. What belongs to a conversation is written with a turn's commit alone.</summary>
internal interface IRecordStore
{
    /// <returns>Null when there is none, or it is deleted or has expired.</returns>
    ValueTask<RecordContent?> FindAsync(string kind, string key);

    /// <param name="kind">Null for every kind.</param>
    /// <returns>Listed ones whose number is higher, in its order.</returns>
    ValueTask<IReadOnlyList<ListedContent>> ListAsync(string? kind, long after, int limit);

    /// <returns>The highest number; 0 when there is none.</returns>
    ValueTask<long> NewestAsync();

    /// <summary>Saves what is nobody's, over whatever is there.</summary>
    Task PutAsync(RecordChange change);
}

internal sealed record RecordContent(long Version, string Text);

/// <param name="Key">The row's own.</param>
internal sealed record ListedContent(long Number, string Kind, string Key, string Text);
