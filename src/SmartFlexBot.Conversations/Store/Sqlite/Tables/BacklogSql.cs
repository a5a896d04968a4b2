namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal static class BacklogSql
{
    /// <summary>
    /// One statement, so one moment: work that moves from one table to the next is never missed between two counts. What waits for
    /// another one does not count.
    /// </summary>
    public const string Count =
        """
        SELECT (SELECT count(DISTINCT conversation) FROM inbox i WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.conversation = i.conversation AND e.status = 0 AND e.id < i.id
                                AND e.about IS NULL AND e.not_before > @overdue)),
               (SELECT count(*) FROM outbox o WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation = o.conversation AND e.status = 0 AND e.seq < o.seq)),
               (SELECT count(*) FROM commands WHERE status = 1 OR (status IN (0, 2) AND not_before <= @overdue)),
               (SELECT count(*) FROM events e WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM events b WHERE b.subject = e.subject AND b.status = 0 AND b.id < e.id)),
               (SELECT count(*) FROM watches WHERE next_at <= @overdue OR leased_until > 0),
               (SELECT count(*) FROM reminders WHERE due_at <= @overdue)
        """;
}
