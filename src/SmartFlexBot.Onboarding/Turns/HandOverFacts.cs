using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// The conversation's hand-over in this turn. That there is one stands in the conversation's own state, whose version every commit checks:
/// what was decided before it began cannot be said after it.
/// </summary>
internal sealed class HandOverFacts(ITurnContext context, TimeProvider clock)
{
    private static readonly TimeSpan KeepResults = TimeSpan.FromDays(1);

    /// <summary>The kind of the record that two of one customer's cannot both write.</summary>
    private const string OneOf = "handover-of";

    private HandOver? _loaded;
    private HandOver? _current;
    private long _version;
    private HandOverMark _mark = MarkOf(context.State);

    /// <summary>The chat is not the bot's. Null while it is.</summary>
    public HandOver? Open => _current is { IsOpen: true } ? _current : null;

    /// <summary>It has begun in this turn.</summary>
    public bool IsNew => _loaded is null && Open is not null;

    /// <summary>It has ended in this turn.</summary>
    public HandOver? Ended => _current is { IsOpen: false } ? _current : null;

    public HandOverMark Mark => _mark;

    public static HandOverMark MarkOf(TurnState state) => state.Get(HandOverMark.StateName, DeskJson.Default.HandOverMark) ?? new();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        // One whose record is gone, as after an erasure, is nobody's any more.
        if (_mark.OpenId is { } id && await FindAsync(HandOver.OpenKind, id, DeskJson.Default.HandOver, cancellationToken) is { } found)
        {
            (_loaded, _version) = found;
            _current = _loaded;
        }
    }

    public void Begin(HandOver handOver) => _current = handOver;

    /// <summary>
    /// A customer has one at a time, whichever of their conversations asks for it: of two that begin at the same moment the later turn is
    /// run again, and finds the other.
    /// </summary>
    public async Task ReserveAsync(string accountNumber, CancellationToken cancellationToken)
    {
        var record = await context.Effects.FindRecordAsync(OneOf, accountNumber, cancellationToken);
        context.Effects.SaveRecord(new RecordWrite(OneOf, accountNumber, "{}", record?.Version ?? 0));
    }

    /// <summary>The customer is told here of the one that they have in another conversation.</summary>
    /// <returns>False when they were before.</returns>
    public bool Join(string handOverId)
    {
        var isNew = _mark.JoinedId != handOverId;
        _mark = _mark with { JoinedId = handOverId };
        context.State.Set(HandOverMark.StateName, _mark, DeskJson.Default.HandOverMark);
        return isNew;
    }

    public void Update(Func<HandOver, HandOver> change) => _current = change(_current!);

    /// <summary>Moves it as the table of states says.</summary>
    /// <param name="by">The agent's name; null for the customer or a timer.</param>
    /// <returns>False when the trigger means nothing in its state.</returns>
    public bool Move(HandOverTrigger trigger, string? by = null, string? why = null)
    {
        if (Open is not { } open || HandOverStates.After(open.State, trigger) is not { } to)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        _current = open with
        {
            State = to,
            Since = now,
            EndedAt = HandOverStates.IsOpen(to) ? null : now,
            Owner = to == HandOverState.Active ? open.Owner : null,
            Moves = [.. open.Moves, new HandOverMove(now, open.State, to, by, why)],
        };
        return true;
    }

    public void KeepResult(DeskRequest request, DeskRefusal? refusal)
    {
        var now = clock.GetUtcNow();
        var result = new DeskActResult(refusal, now);
        Save(DeskRequest.ResultKind, request.Key, result, DeskJson.Default.DeskActResult, version: 0, now + KeepResults);
    }

    public async Task AddNoteAsync(DeskNote note, CancellationToken cancellationToken)
    {
        var found = await FindAsync(DeskNotes.RecordKind, note.HandOverId, DeskJson.Default.DeskNotes, cancellationToken);
        var (known, version) = found ?? (new(note.HandOverId, []), 0);
        Save(
            DeskNotes.RecordKind, note.HandOverId, known with { Notes = [.. known.Notes, note] }, DeskJson.Default.DeskNotes, version);
    }

    /// <summary>Keeps what was sent along: each by itself, for its own time. What is more than there may be is not kept.</summary>
    /// <param name="by">The agent; null for the customer.</param>
    /// <returns>False when nothing of it was kept.</returns>
    public bool AddFiles(IReadOnlyList<ParcelFile> files, string? by, DeskFileSettings limits)
    {
        var now = clock.GetUtcNow();
        var (open, conversation) = (Open!, context.Conversation.ToString());
        ParcelFile[] kept = [.. files.Take(limits.Number - open.Files.Count)];
        foreach (var file in kept)
        {
            var record = new DeskFile(file.Id, open.Id, conversation, file.Name, file.Type, by, now, file.Content);
            var json = JsonSerializer.Serialize(record, DeskJson.Default.DeskFile);
            context.Effects.SaveRecord(new RecordWrite(
                DeskFile.RecordKind, file.Id, json, ExpectedVersion: 0, ExpiresAt: now + TimeSpan.FromDays(limits.Days)));
        }

        var known = kept.Select(file => new HandOverFile(file.Id, file.Name, file.Type, file.Content.Length, by, now));
        Update(handOver => handOver with { Files = [.. handOver.Files, .. known] });
        return kept.Length > 0;
    }

    /// <summary>Somebody has looked at this conversation's hand-over, open or ended.</summary>
    public async Task AddLookAsync(DeskLookRequest request, CancellationToken cancellationToken)
    {
        if (_current?.Id != request.HandOverId && await FindEndedAsync(request.HandOverId, cancellationToken) is null)
        {
            return;
        }

        var found = await FindAsync(DeskLooks.RecordKind, request.HandOverId, DeskJson.Default.DeskLooks, cancellationToken);
        var (known, version) = found ?? (new(request.HandOverId, []), 0);
        DeskLook[] looks = [.. known.Looks.TakeLast(DeskLooks.Most - 1), request.Look];
        var json = JsonSerializer.Serialize(known with { Looks = looks }, DeskJson.Default.DeskLooks);
        context.Effects.SaveRecord(new RecordWrite(DeskLooks.RecordKind, request.HandOverId, json, version));
    }

    /// <summary>The task stands by itself, and its hand-over knows of it, also one that has ended before.</summary>
    public async Task AddTaskAsync(DeskTask task, CancellationToken cancellationToken)
    {
        Save(DeskTask.OpenKind, task.Id, task, DeskJson.Default.DeskTask, version: 0);
        if (_current?.Id == task.HandOverId)
        {
            _current = With(_current);
        }
        else if (await FindAsync(HandOver.EndedKind, task.HandOverId, DeskJson.Default.HandOver, cancellationToken) is var (ended, version))
        {
            Save(HandOver.EndedKind, ended.Id, With(ended), DeskJson.Default.HandOver, version);
        }

        HandOver With(HandOver known) => known with { Tasks = [.. known.Tasks, task.Id] };
    }

    /// <returns>False when there is no such task to be done.</returns>
    public async Task<bool> SettleTaskAsync(string taskId, string by, CancellationToken cancellationToken)
    {
        if (await FindTaskAsync(taskId, cancellationToken) is not var (task, version))
        {
            return false;
        }

        var settled = task with { SettledBy = by, SettledAt = clock.GetUtcNow() };
        Save(DeskTask.SettledKind, taskId, settled, DeskJson.Default.DeskTask, version: 0);
        context.Effects.SaveRecord(new RecordWrite(DeskTask.OpenKind, taskId, Json: null, version));
        return true;
    }

    /// <param name="what">Takes the place of what stood there.</param>
    /// <returns>False when there is no such task to be done.</returns>
    public async Task<bool> NoteOnTaskAsync(string taskId, string what, CancellationToken cancellationToken)
    {
        if (await FindTaskAsync(taskId, cancellationToken) is not var (task, version))
        {
            return false;
        }

        Save(DeskTask.OpenKind, taskId, task with { What = what }, DeskJson.Default.DeskTask, version);
        return true;
    }

    /// <returns>One of this conversation's that has ended before this turn.</returns>
    public async Task<HandOver?> FindEndedAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(HandOver.EndedKind, id, DeskJson.Default.HandOver, cancellationToken) is var (ended, _)
            && ended.Conversation == context.Conversation.ToString()
                ? ended
                : null;

    public void Save()
    {
        if (_current is null || _current == _loaded)
        {
            return;
        }

        if (_current.IsOpen)
        {
            Save(HandOver.OpenKind, _current.Id, _current, DeskJson.Default.HandOver, _version);
            _mark = _mark with { OpenId = _current.Id };
        }
        else
        {
            // First what takes its place: its number is higher than the one that goes.
            Save(HandOver.EndedKind, _current.Id, _current with { Held = [] }, DeskJson.Default.HandOver, version: 0);
            if (_version > 0)
            {
                context.Effects.SaveRecord(new RecordWrite(HandOver.OpenKind, _current.Id, Json: null, _version));
            }

            _mark = _mark with { OpenId = null, LastReason = _current.Reason, LastEndedAt = _current.EndedAt };
        }

        context.State.Set(HandOverMark.StateName, _mark, DeskJson.Default.HandOverMark);
    }

    private void Save<T>(string kind, string key, T value, JsonTypeInfo<T> type, long version, DateTimeOffset? expiresAt = null) =>
        context.Effects.SaveRecord(new RecordWrite(
            kind, key, JsonSerializer.Serialize(value, type), version, ExpiresAt: expiresAt, IsListed: true));

    private async Task<(DeskTask Task, long Version)?> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        await FindAsync(DeskTask.OpenKind, taskId, DeskJson.Default.DeskTask, cancellationToken) is { } found
            && found.Value.Conversation == context.Conversation.ToString()
                ? found
                : null;

    private async Task<(T Value, long Version)?> FindAsync<T>(
        string kind, string key, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class =>
        await context.Effects.FindRecordAsync(kind, key, cancellationToken) is { } record
            && JsonSerializer.Deserialize(record.Json, type) is { } value
                ? (value, record.Version)
                : null;
}
