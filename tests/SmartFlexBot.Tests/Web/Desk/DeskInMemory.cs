using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>The desk's port with a few hand-overs in memory, for what stands before it: sign-in, pages, stream.</summary>
internal sealed class DeskInMemory : IDesk
{
    private readonly ConcurrentDictionary<string, DeskAnswer> _answers = new();
    private readonly List<ThreadLine> _lines = [];
    private readonly List<DeskNote> _notes = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _change;

    /// <summary>What was asked of it, as "say sam h1".</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentDictionary<string, HandOver> HandOvers { get; } = new();

    public int LargestFile { get; set; }

    public ConcurrentQueue<DeskLook> Looks { get; } = new();

    public ConcurrentDictionary<string, DeskFile> Files { get; } = new();

    public ConcurrentDictionary<string, DeskAgentPresence> Agents { get; } = new();

    /// <summary>Where a page said that it is, each time that its stream began.</summary>
    public ConcurrentQueue<(DeskCursor After, string? Chat)> Watched { get; } = new();

    public void Say(ThreadAuthor author, string text, string? name = null, string? clientId = null, Undelivered? undelivered = null)
    {
        lock (_lines)
        {
            _lines.Add(new(_lines.Count + 1, HandOvers.Values.First().RequestedAt, author, name, text, [], clientId)
            {
                Undelivered = undelivered,
            });
        }

        Change();
    }

    public void Change()
    {
        Interlocked.Increment(ref _change);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public Task<DeskAnswer> ActAsync(
        DeskAgent by, string handOverId, string clientId, DeskAct act, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"{act.GetType().Name} {by.Id} {handOverId}");
        return Task.FromResult(_answers.GetOrAdd($"{handOverId} {clientId}", _ => Carry(by, handOverId, clientId, act)));
    }

    public Task<DeskAnswer> SendFileAsync(
        DeskAgent by, string handOverId, string clientId, string name, byte[] content, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"File {by.Id} {handOverId} {name} {content.Length}");
        return Task.FromResult<DeskAnswer>(new DeskAnswer.Done(HandOvers[handOverId]));
    }

    public Task<DeskFile?> FindFileAsync(string fileId, CancellationToken cancellationToken) =>
        Task.FromResult(Files.GetValueOrDefault(fileId));

    public Task LookAsync(DeskAgent by, string handOverId, DeskLookedAt what, CancellationToken cancellationToken)
    {
        Looks.Enqueue(new(by.Id, what, DateTimeOffset.UnixEpoch));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DeskLook>> ReadLooksAsync(string handOverId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeskLook>>([.. Looks]);

    public Task AttendAsync(DeskAgent agent, DeskPresence state, int capacity, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"Attend {agent.Id} {state}");
        Agents[agent.Id] = new(agent.Id, agent.Name, agent.Languages, agent.IsSupervisor, state, capacity, DateTimeOffset.MaxValue);
        return Task.CompletedTask;
    }

    public Task<DeskBoard> ReadBoardAsync(CancellationToken cancellationToken)
    {
        Calls.Enqueue("Board");
        return Task.FromResult(new DeskBoard(
            new(_change, 0), [.. HandOvers.Values.Where(one => one.State == HandOverState.Queued)],
            [.. HandOvers.Values.Where(one => one.State == HandOverState.Active)], [.. Agents.Values], [], IsOpen: true));
    }

    public Task<DeskChat?> FindChatAsync(string handOverId, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"Chat {handOverId}");
        return Task.FromResult(
            HandOvers.TryGetValue(handOverId, out var found)
                ? new DeskChat(found, [.. _notes], [], Enum.GetValues<ResumePoint>()) { LargestFile = LargestFile }
                : null);
    }

    public Task<IReadOnlyList<ThreadLine>> ReadThreadAsync(string handOverId, long after, CancellationToken cancellationToken)
    {
        lock (_lines)
        {
            return Task.FromResult<IReadOnlyList<ThreadLine>>([.. _lines.Where(line => line.Sequence > after)]);
        }
    }

    public Task<Pack?> ReadPackAsync(string handOverId, string locale, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"Pack {handOverId}");
        return Task.FromResult<Pack?>(new(
            "Anna has a Tesla and stands before the sign-in.", new("Offer to go on together.", "Shall we go on together?"), ["Complaint"],
            [new("devices", "Devices", [new("Car", "Tesla Model 3", DateTimeOffset.UnixEpoch)])], DateTimeOffset.UnixEpoch, Unread: null));
    }

    public async IAsyncEnumerable<DeskEvent> WatchAsync(
        DeskCursor after, string? handOverId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watched.Enqueue((after, handOverId));
        var known = after.Change > _change ? 0 : after.Change;
        while (true)
        {
            var changed = _changed.Task;
            if (_change > known)
            {
                known = _change;
                foreach (var handOver in HandOvers.Values)
                {
                    yield return new DeskEvent.Changed(new(known, 0), handOver);
                }
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public Task<IReadOnlyList<CannedReply>> ReadRepliesAsync(string handOverId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CannedReply>>([new("hello", "Hello", "Hello, how can I help?", [])]);

    public Task TypeAsync(DeskAgent by, string handOverId, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"Type {by.Id} {handOverId}");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HandOver>> FindByAccountAsync(string accountNumber, CancellationToken cancellationToken)
    {
        Calls.Enqueue("Account");
        return Task.FromResult<IReadOnlyList<HandOver>>([.. HandOvers.Values.Where(one => one.AccountNumber == accountNumber)]);
    }

    public Task<DeskFigures> ReadFiguresAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Calls.Enqueue("Figures");
        return Task.FromResult(new DeskFigures(3, 1, 1, 1, 0, 0, 0, TimeSpan.FromSeconds(75), null,
            new Dictionary<HandOverReason, int>(), new Dictionary<HandOverOutcome, int>()));
    }

    public Task<IReadOnlyList<Overdue>> ReadOverdueAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Overdue>>([]);

    private DeskAnswer Carry(DeskAgent by, string id, string clientId, DeskAct act)
    {
        if (!HandOvers.TryGetValue(id, out var handOver))
        {
            return new DeskAnswer.Refused(DeskRefusal.Unknown, null);
        }

        if (act is DeskAct.Claim && handOver.Owner is { } owner && owner.Id != by.Id)
        {
            return new DeskAnswer.Refused(DeskRefusal.OwnedByAnother, handOver);
        }

        HandOvers[id] = handOver = act switch
        {
            DeskAct.Claim => handOver with { State = HandOverState.Active, Owner = new(by.Id, by.Name) },
            DeskAct.End end => handOver with { State = HandOverState.Ended, Owner = null, Outcome = end.Outcome },
            _ => handOver,
        };
        if (act is DeskAct.Note note)
        {
            _notes.Add(new(clientId, id, by.Id, by.Name, note.Text, handOver.RequestedAt));
        }

        var said = (act as DeskAct.Say)?.Text;
        Say(said is null ? ThreadAuthor.Bot : ThreadAuthor.Agent, said ?? act.GetType().Name, by.Name, clientId);
        return new DeskAnswer.Done(handOver);
    }
}
