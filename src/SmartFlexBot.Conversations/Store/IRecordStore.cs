namespace SmartFlexBot.Conversations.Store;

/// <summary>What bots save. They are written with a turn's commit alone.</summary>
internal interface IRecordStore
{
    /// <returns>Null when there is none, or it is deleted or has expired.</returns>
    ValueTask<RecordContent?> FindAsync(string kind, string key);
}

internal sealed record RecordContent(long Version, string Text);
