using System.Runtime.CompilerServices;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

/// <summary>
/// What happens at the desk, from a cursor on: first what was missed, then what comes. It keeps nothing: any node goes on with it.
/// </summary>
internal sealed class DeskStream(IListedRecords listed, DeskRecords records, DeskThread thread, CustomersTyping typing)
{
    private const int Page = 100;

    public async IAsyncEnumerable<DeskEvent> WatchAsync(
        DeskCursor after, string? handOverId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = handOverId is null ? null : await records.FindAsync(handOverId, cancellationToken);
        var newest = await listed.NewestAsync(cancellationToken);
        // Nobody has given out a number that is still to come.
        var cursor = after.Change > newest ? after with { Change = 0 } : after;
        if (cursor.Change == 0)
        {
            foreach (var started in Numbered(await StartAsync(open, cancellationToken), cursor, newest))
            {
                yield return started;
            }

            cursor = cursor with { Change = newest };
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            var changes = await listed.ReadChangesAsync(cursor.Change, Page, cancellationToken);
            foreach (var change in changes)
            {
                foreach (var told in Numbered(EventsOf(change, open), cursor, change.Number))
                {
                    yield return told;
                }

                cursor = cursor with { Change = change.Number };
            }

            var (last, lines) = open is null
                ? (cursor.Line, [])
                : await thread.ReadAsync(open.Conversation, cursor.Line, cancellationToken);
            foreach (var line in lines)
            {
                cursor = cursor with { Line = line.Sequence };
                yield return new DeskEvent.Said(cursor, line);
            }

            var isQuiet = changes.Count == 0 && last == cursor.Line && lines.Count == 0;
            cursor = cursor with { Line = last };
            if (isQuiet && await WaitAsync(cursor, open, cancellationToken))
            {
                yield return new DeskEvent.Typing(cursor);
            }
        }
    }

    /// <summary>Whoever is cut off among events of one number hears all of them again: the number comes with the last.</summary>
    private static IEnumerable<DeskEvent> Numbered(IReadOnlyList<DeskEvent> events, DeskCursor before, long number) =>
        events.Select((told, at) => told with { Cursor = at == events.Count - 1 ? before with { Change = number } : before });

    /// <summary>All that is there now.</summary>
    private async Task<IReadOnlyList<DeskEvent>> StartAsync(HandOver? open, CancellationToken cancellationToken) =>
    [
        .. (await records.AgentsAsync(cancellationToken)).Select(agent => new DeskEvent.Attended(default, agent)),
        .. (await records.OpenAsync(cancellationToken)).Select(handOver => new DeskEvent.Changed(default, handOver)),
        .. (await records.TasksAsync(cancellationToken)).Select(task => new DeskEvent.Tasked(default, task)),
        .. open is null
            ? []
            : (await records.NotesAsync(open.Id, cancellationToken)).Select(note => new DeskEvent.Noted(default, note)),
    ];

    private static IReadOnlyList<DeskEvent> EventsOf(ListedRecord change, HandOver? open) => change.Kind switch
    {
        HandOver.OpenKind or HandOver.EndedKind when DeskRecords.Read(change.Json, DeskJson.Default.HandOver) is { } handOver =>
            [new DeskEvent.Changed(default, handOver)],
        DeskNotes.RecordKind when DeskRecords.Read(change.Json, DeskJson.Default.DeskNotes) is { } notes && notes.HandOverId == open?.Id =>
            [.. notes.Notes.Select(note => new DeskEvent.Noted(default, note))],
        DeskTask.OpenKind or DeskTask.SettledKind when DeskRecords.Read(change.Json, DeskJson.Default.DeskTask) is { } task =>
            [new DeskEvent.Tasked(default, task)],
        DeskAgentPresence.RecordKind when DeskRecords.Read(change.Json, DeskJson.Default.DeskAgentPresence) is { } agent =>
            [new DeskEvent.Attended(default, agent)],
        _ => [],
    };

    /// <returns>The customer is typing.</returns>
    private async Task<bool> WaitAsync(DeskCursor cursor, HandOver? open, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changed = listed.WaitAsync(cursor.Change, either.Token);
        var said = open is null ? changed : thread.WaitAsync(open.Conversation, cursor.Line, either.Token);
        var typed = open is null ? changed : typing.NextAsync(open.Conversation, either.Token);
        await Task.WhenAny(changed, said, typed);
        var isTyping = open is not null && typed.IsCompletedSuccessfully;
        await either.CancelAsync();
        await Task.WhenAll(changed, said, typed).ContinueWith(_ => { }, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        return isTyping;
    }
}
