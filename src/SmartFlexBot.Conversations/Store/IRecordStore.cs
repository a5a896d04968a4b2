namespace SmartFlexBot.Conversations.Store;

/// <summary>What bots save. They are written with a turn's commit alone.</summary>
internal interface IRecordStore
{
    /// <returns>Null when there is none, or it is deleted or has expired.</returns>
    ValueTask<SealedContent?> FindAsync(string kind, string key);
}

/// <param name="Text">Sealed when <paramref name="Encrypted"/>.</param>
internal sealed record SealedContent(long Version, string Text, bool Encrypted);
