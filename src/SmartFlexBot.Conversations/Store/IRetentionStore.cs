namespace SmartFlexBot.Conversations.Store;

/// <summary>Takes away what is over. Each call is one small commit, so that nobody waits for it.</summary>
internal interface IRetentionStore
{
    /// <summary>Drops the oldest rows of a kind from before a time (Unix milliseconds), but nothing that is still needed.</summary>
    /// <returns>How many rows; fewer than <paramref name="limit"/> when nothing more is over.</returns>
    Task<int> DropAsync(RetentionKind kind, long before, int limit);
}

/// <summary>What has a time of its own. A row that somebody still has to work on is never over.</summary>
internal enum RetentionKind
{
    /// <summary>Entries of the log, and activities that were given up.</summary>
    Messages,

    /// <summary>
    /// What came in and is answered, and commands that are done: with their rows goes the knowledge that they came before.
    /// </summary>
    Inbox,

    /// <summary>Conversations that nothing is left of.</summary>
    Conversations,

    /// <summary>Records that are no evidence, while nothing is open for their owner.</summary>
    Journeys,

    /// <summary>Records that are evidence.</summary>
    Consents,

    /// <summary>Business events that were taken, or refused for good.</summary>
    Webhooks,

    /// <summary>Watches that nobody has ended at their time.</summary>
    Watches,
}
