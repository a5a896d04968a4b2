using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Commands;
using SmartFlexBot.Conversations.Log;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Storage;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>
/// Looks for work that nobody does, at start and every few seconds, and wakes who should: nothing depends on anyone remembering.
/// </summary>
internal sealed class Sweeper(
    IDbContextFactory<ConversationsDbContext> contexts,
    StoreWriter writer,
    ConversationWaker waker,
    WorkSignals signals,
    Presence presence,
    Node node,
    IOptions<ConversationsOptions> options,
    TimeProvider time,
    ILogger<Sweeper> logger) : BackgroundService
{
    private const int Batch = 500;

    /// <summary>Younger work is on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private bool _started;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new BackgroundLoop("Sweeper", options.Value.SweepInterval, new Signal(), time, logger).RunAsync(SweepAsync, stoppingToken);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.UnixNow();

        // The file is this process's alone, so at start every other node is dead, whenever it was last seen.
        var dead = _started ? now - Node.Alive.Ms() : now;
        var orphans = await writer.WriteAsync(session => Tidy(session, now, dead));
        if (orphans > 0)
        {
            signals.Commands.Set();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = _started ? now - Grace.Ms() : now;
        var undone = context.Inbox
            .Where(item => item.Status == 0 && item.NotBefore <= now && item.AcceptedAt <= before)
            .Select(item => item.Conversation);
        var undelivered = context.Outbox
            .Where(item => item.Status == 0 && item.NotBefore <= now && item.CreatedAt <= before)
            .Select(item => item.Conversation);
        foreach (var conversation in await undone.Union(undelivered).OrderBy(key => key).Take(Batch).ToListAsync(cancellationToken))
        {
            waker.Wake(conversation);
        }

        presence.Forget();
        _started = true;
    }

    private int Tidy(SqlSession session, long now, long dead)
    {
        session.Execute(NodeSql.Beat, node.Id, now);
        session.Execute(NodeSql.ForgetOthers, node.Id, dead);
        session.Execute(RecordSql.Purge, now - RecordStore.KeepDeleted.Ms());
        return session.Execute(CommandSql.Orphans, now);
    }
}
