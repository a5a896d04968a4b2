namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

/// <summary>Rows that are over: those of a table that a condition is true of.</summary>
internal sealed record RetentionSql(string Table, string Condition)
{
    /// <summary>Work that is still to be done for a record's owner.</summary>
    private const string IsOpen =
        """
        EXISTS (SELECT 1 FROM conversations c WHERE c.owner = records.owner AND (
            EXISTS (SELECT 1 FROM watches w WHERE w.conversation = c.key)
            OR EXISTS (SELECT 1 FROM reminders r WHERE r.conversation = c.key)
            OR EXISTS (SELECT 1 FROM inbox i WHERE i.conversation = c.key AND i.status = 0)
            OR EXISTS (SELECT 1 FROM commands d WHERE d.conversation = c.key AND d.status <> 3)))
        """;

    private const string NothingIsLeft =
        """
        NOT EXISTS (SELECT 1 FROM log l WHERE l.conversation = conversations.key)
        AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.conversation = conversations.key)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = conversations.key)
        AND NOT EXISTS (SELECT 1 FROM commands d WHERE d.conversation = conversations.key)
        AND NOT EXISTS (SELECT 1 FROM watches w WHERE w.conversation = conversations.key)
        AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.conversation = conversations.key)
        """;

    private const string IsNotNeeded =
        """
        NOT EXISTS (SELECT 1 FROM inbox i WHERE i.conversation = log.conversation AND i.seq = log.seq AND i.status = 0)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = log.conversation AND o.seq = log.seq AND o.status = 0)
        """;

    public string Any => $"SELECT 1 FROM {Table} WHERE {Condition} LIMIT 1";

    public string Drop => $"DELETE FROM {Table} WHERE rowid IN (SELECT rowid FROM {Table} WHERE {Condition} LIMIT @limit)";

    public static RetentionSql[] Of(RetentionKind kind) => kind switch
    {
        RetentionKind.Messages => [new("outbox", "status > 0 AND created_at <= @before"), new("log", $"at <= @before AND {IsNotNeeded}")],
        RetentionKind.Inbox =>
            [new("inbox", "status = 1 AND accepted_at <= @before"), new("commands", "status = 3 AND created_at <= @before")],
        RetentionKind.Conversations => [new("conversations", $"last_activity <= @before AND {NothingIsLeft}")],
        RetentionKind.Journeys =>
            [new("records", $"evidence = 0 AND content IS NOT NULL AND written_at <= @before AND NOT {IsOpen}")],
        RetentionKind.Consents => [new("records", "evidence = 1 AND content IS NOT NULL AND written_at <= @before")],
        RetentionKind.Webhooks => [new("events", "status <> 0 AND recorded_at <= @before")],
        RetentionKind.Watches => [new("watches", "until <= @before")],
        _ => throw new InvalidOperationException($"{kind} has no rows."),
    };
}
