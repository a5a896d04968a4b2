using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Commands;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// What is being worked on or should be by now. What waits for its time (a retry, a watch, a reminder) counts once it is overdue
/// by a sweep. All zero means: nothing will happen before the clock moves on or something comes in.
/// </summary>
/// <param name="Turns">Inbox items without an answer.</param>
/// <param name="Deliveries">Activities that their channel has not taken.</param>
/// <param name="Commands">Commands without an outcome.</param>
/// <param name="Events">Business events that not every sink has taken.</param>
public sealed record Backlog(int Turns, int Deliveries, int Commands, int Events, int Watches, int Reminders)
{
    public bool IsEmpty => this is { Turns: 0, Deliveries: 0, Commands: 0, Events: 0, Watches: 0, Reminders: 0 };
}

/// <summary>Reads the backlog, for operators and for scripts that wait until the bot has done what it can.</summary>
public sealed class BacklogReader
{
    private readonly IDbContextFactory<ConversationsDbContext> _contexts;
    private readonly IOptions<ConversationsOptions> _options;
    private readonly TimeProvider _time;

    internal BacklogReader(
        IDbContextFactory<ConversationsDbContext> contexts, IOptions<ConversationsOptions> options, TimeProvider time) =>
        (_contexts, _options, _time) = (contexts, options, time);

    public async Task<Backlog> ReadAsync(CancellationToken cancellationToken = default)
    {
        var overdue = _time.UnixNow() - _options.Value.SweepInterval.Ms();
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return new(
            await context.Inbox.CountAsync(row => row.Status == 0 && row.NotBefore <= overdue, cancellationToken),
            await context.Outbox.CountAsync(row => row.Status == 0 && row.NotBefore <= overdue, cancellationToken),
            await context.Commands.CountAsync(
                row => row.Status == CommandStatus.Claimed || (row.Status != CommandStatus.Done && row.NotBefore <= overdue),
                cancellationToken),
            await context.Events.CountAsync(row => !row.Taken, cancellationToken),
            await context.Watches.CountAsync(row => row.NextAt <= overdue, cancellationToken),
            await context.Reminders.CountAsync(row => row.DueAt <= overdue, cancellationToken));
    }
}
