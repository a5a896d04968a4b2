namespace SmartFlexBot.Conversations.Store.Keys;

/// <summary>
/// Keys, kept beside what they open: the database is complete by itself. Called at start and when a key is made, and not asynchronous
/// because data protection is not.
/// </summary>
internal interface IKeyStore
{
    /// <returns>Data protection's keys.</returns>
    IReadOnlyList<StoredKey> ReadRing();

    void AddToRing(string name, string text);

    /// <summary>In the place of what was there.</summary>
    void ReplaceInRing(long id, string text);

    /// <returns>The wrapped data key; null before one was kept.</returns>
    string? FindDataKey();

    void KeepDataKey(string wrapped);

    /// <returns>True when there is something that keys had sealed.</returns>
    bool HasConversations();
}

/// <param name="Text">XML, or what a <see cref="KeyRingLock"/> made of it.</param>
internal sealed record StoredKey(long Id, string Name, string Text);
