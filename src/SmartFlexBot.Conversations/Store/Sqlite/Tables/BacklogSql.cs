namespace SmartFlexBot.Conversations.Store.Sqlite.Tables;

internal static class BacklogSql
{
    /// <summary>
    /// One statement, so one moment: work that moves from one table to the next is never missed between two counts. Of turns,
    /// deliveries and events only the first counts: the others wait for it.
    /// </summary>
    public const string Count =
        """
        SELECT (SELECT count(*) FROM inbox i WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.conversation = i.conversation AND e.status = 0 AND e.id < i.id)),
               (SELECT count(*) FROM outbox o WHERE status = 0 AND not_before <= @overdue
                AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation = o.conversation AND e.status = 0 AND e.seq < o.seq)),
               (SELECT count(*) FROM commands WHERE status = 1 OR (status IN (0, 2) AND not_before <= @overdue)),
               (SELECT count(*) FROM (SELECT not_before FROM events WHERE taken = 0 ORDER BY id LIMIT 1) head WHERE not_before <= @overdue),
               (SELECT count(*) FROM watches WHERE next_at <= @overdue OR leased_until > 0),
               (SELECT count(*) FROM reminders WHERE due_at <= @overdue)
        """;
}
