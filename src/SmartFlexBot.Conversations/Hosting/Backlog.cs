using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// What is being worked on or should be by now. What waits for its time (a retry, a watch, a reminder) counts once it is overdue
/// by a sweep. All zero means: nothing will happen before the clock moves on or something comes in.
/// </summary>
/// <param name="Turns">Conversations with an inbox item to answer.</param>
/// <param name="Deliveries">Conversations with an activity that its channel has not taken.</param>
/// <param name="Commands">Commands without an outcome.</param>
/// <param name="Events">1 when a business event is to be offered to the sinks.</param>
public sealed record Backlog(int Turns, int Deliveries, int Commands, int Events, int Watches, int Reminders)
{
    public bool IsEmpty => this is { Turns: 0, Deliveries: 0, Commands: 0, Events: 0, Watches: 0, Reminders: 0 };
}

/// <summary>Reads the backlog, for operators and for scripts that wait until the bot has done what it can.</summary>
public sealed class BacklogReader
{
    private readonly StoreReader _reader;
    private readonly IOptions<ConversationsOptions> _options;
    private readonly TimeProvider _time;

    internal BacklogReader(StoreReader reader, IOptions<ConversationsOptions> options, TimeProvider time) =>
        (_reader, _options, _time) = (reader, options, time);

    public Backlog Read()
    {
        var overdue = _time.UnixNow() - _options.Value.SweepInterval.Ms();
        return _reader.Read(session => session.First(
            BacklogSql.Count,
            row => new Backlog(
                row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            overdue))!;
    }
}

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
