using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <inheritdoc/>
internal sealed class BuiltInDesk(
    DeskInbox inbox, DeskFiles files, DeskRecords records, DeskThread thread, DeskStream stream, PackReader packs, PackWriter words,
    IListedRecords listed, IEnumerable<ITypingNotifier> typing, MarketSettings market, TimeProvider time) : IDesk
{
    private const int MostChats = 20;

    private DateTimeOffset Now => time.GetUtcNow();

    public Task<DeskAnswer> ActAsync(
        DeskAgent by, string handOverId, string clientId, DeskAct act, CancellationToken cancellationToken) =>
        inbox.ActAsync(new DeskRequest(handOverId, clientId, by, act), parcel: null, cancellationToken);

    public async Task<DeskAnswer> SendFileAsync(
        DeskAgent by, string handOverId, string clientId, string name, byte[] content, CancellationToken cancellationToken)
    {
        var handOver = await records.FindAsync(handOverId, cancellationToken);
        if (handOver is not null && content.Length > files.RoomOf(handOver).Bytes)
        {
            return new DeskAnswer.Refused(DeskRefusal.NoFile, handOver);
        }

        try
        {
            var parcel = files.Take([new(name, content)]).ProtectedValue;
            return await inbox.ActAsync(
                new DeskRequest(handOverId, clientId, by, new DeskAct.SendFile()), parcel, cancellationToken);
        }
        catch (FileNotTakenException)
        {
            return new DeskAnswer.Refused(DeskRefusal.NoFile, handOver);
        }
    }

    public Task LookAsync(DeskAgent by, string handOverId, DeskLookedAt what, CancellationToken cancellationToken) =>
        inbox.LookAsync(new DeskLookRequest(handOverId, new(by.Id, what, Now)), cancellationToken);

    public Task<IReadOnlyList<DeskLook>> ReadLooksAsync(string handOverId, CancellationToken cancellationToken) =>
        records.LooksAsync(handOverId, cancellationToken);

    public Task<DeskFile?> FindFileAsync(string fileId, CancellationToken cancellationToken) => files.FindAsync(fileId, cancellationToken);

    public Task AttendAsync(DeskAgent agent, DeskPresence state, int capacity, CancellationToken cancellationToken)
    {
        var presence = new DeskAgentPresence(
            agent.Id, agent.Name, agent.Languages, agent.IsSupervisor, state, Math.Clamp(capacity, 1, MostChats), Now);
        return listed.SaveAsync(
            DeskAgentPresence.RecordKind, agent.Id, JsonSerializer.Serialize(presence, DeskJson.Default.DeskAgentPresence),
            cancellationToken);
    }

    public async Task<DeskBoard> ReadBoardAsync(CancellationToken cancellationToken)
    {
        // Before the rest: what happens while it is read comes again.
        var newest = await listed.NewestAsync(cancellationToken);
        var open = await records.OpenAsync(cancellationToken);
        return new(
            new DeskCursor(newest, 0),
            [.. open.Where(handOver => handOver.State != HandOverState.Active).Order(DeskBoardView.Order)],
            [.. open.Where(handOver => handOver.State == HandOverState.Active)
                .OrderByDescending(handOver => handOver.IsUnanswered).ThenBy(handOver => handOver.HeardAt)],
            await records.AgentsAsync(cancellationToken),
            [.. (await records.TasksAsync(cancellationToken)).Select(Shown).OrderBy(task => task.DueAt)],
            market.Desk is { } desk && DeskCalendar.IsOpen(desk, market.Zone, Now));
    }

    public async Task<DeskChat?> FindChatAsync(string handOverId, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(handOverId, cancellationToken) is not { } handOver)
        {
            return null;
        }

        var tasks = new List<DeskTask>();
        foreach (var id in handOver.Tasks)
        {
            if (await records.FindTaskAsync(id, cancellationToken) is { } task)
            {
                tasks.Add(Shown(task));
            }
        }

        var facts = await packs.FindAsync(handOverId, cancellationToken);
        return new(handOver, await records.NotesAsync(handOverId, cancellationToken), tasks, ResumePoints.Of(facts?.Journey))
        {
            LargestFile = files.RoomOf(handOver).Bytes,
        };
    }

    public async Task<IReadOnlyList<ThreadLine>> ReadThreadAsync(string handOverId, long after, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(handOverId, cancellationToken) is not { } handOver)
        {
            return [];
        }

        // A page of entries without a line in it is not the end.
        while (await thread.ReadAsync(handOver.Conversation, after, cancellationToken) is var (last, lines) && last > after)
        {
            if (lines.Count > 0)
            {
                return lines;
            }

            after = last;
        }

        return [];
    }

    public Task<Pack?> ReadPackAsync(string handOverId, string locale, CancellationToken cancellationToken) =>
        packs.ReadAsync(handOverId, locale, cancellationToken);

    public IAsyncEnumerable<DeskEvent> WatchAsync(DeskCursor after, string? handOverId, CancellationToken cancellationToken) =>
        stream.WatchAsync(after, handOverId, cancellationToken);

    public async Task<IReadOnlyList<CannedReply>> ReadRepliesAsync(string handOverId, CancellationToken cancellationToken) =>
        await packs.FindAsync(handOverId, cancellationToken) is { } facts ? words.Replies(facts) : [];

    public async Task TypeAsync(DeskAgent by, string handOverId, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(handOverId, cancellationToken) is { } handOver && handOver.Owner?.Id == by.Id)
        {
            var conversation = ConversationKey.Parse(handOver.Conversation);
            foreach (var notifier in typing.Where(notifier => notifier.ChannelId == conversation.ChannelId))
            {
                await notifier.NotifyAsync(conversation, cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<HandOver>> FindByAccountAsync(string accountNumber, CancellationToken cancellationToken) =>
    [
        .. (await records.OpenAsync(cancellationToken)).Concat(await records.EndedAsync(DateTimeOffset.UnixEpoch, cancellationToken))
            .Where(handOver => handOver.AccountNumber == accountNumber).OrderByDescending(handOver => handOver.RequestedAt)
    ];

    public async Task<DeskFigures> ReadFiguresAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        DeskStatistics.Of(
            [.. await records.OpenAsync(cancellationToken), .. await records.EndedAsync(from, cancellationToken)], from, until);

    public async Task<IReadOnlyList<Overdue>> ReadOverdueAsync(CancellationToken cancellationToken) =>
        DeskStatistics.Overdue(await records.OpenAsync(cancellationToken), market.Desk, Now);

    /// <summary>What is overdue is everybody's.</summary>
    private DeskTask Shown(DeskTask task) => task.SettledAt is null && task.DueAt <= Now ? task with { For = null } : task;
}
