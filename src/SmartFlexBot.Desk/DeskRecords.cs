using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

/// <summary>What turns have saved for the desk, as it is now.</summary>
internal sealed class DeskRecords(IRecordReader records, IListedRecords listed)
{
    public Task<IReadOnlyList<DeskAgentPresence>> AgentsAsync(CancellationToken cancellationToken) =>
        ListAsync(DeskAgentPresence.RecordKind, 0, DeskJson.Default.DeskAgentPresence, cancellationToken);

    public Task<IReadOnlyList<HandOver>> OpenAsync(CancellationToken cancellationToken) =>
        ListAsync(HandOver.OpenKind, 0, DeskJson.Default.HandOver, cancellationToken);

    /// <summary>Those that have ended since.</summary>
    public Task<IReadOnlyList<HandOver>> EndedAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ListAsync(HandOver.EndedKind, since.ToUnixTimeMilliseconds() - 1, DeskJson.Default.HandOver, cancellationToken);

    public Task<IReadOnlyList<DeskTask>> TasksAsync(CancellationToken cancellationToken) =>
        ListAsync(DeskTask.OpenKind, 0, DeskJson.Default.DeskTask, cancellationToken);

    /// <returns>Open or ended; null when there is none.</returns>
    public async Task<HandOver?> FindAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(HandOver.OpenKind, id, DeskJson.Default.HandOver, cancellationToken)
            ?? await FindAsync(HandOver.EndedKind, id, DeskJson.Default.HandOver, cancellationToken);

    public async Task<IReadOnlyList<DeskNote>> NotesAsync(string handOverId, CancellationToken cancellationToken) =>
        (await FindAsync(DeskNotes.RecordKind, handOverId, DeskJson.Default.DeskNotes, cancellationToken))?.Notes ?? [];

    public async Task<IReadOnlyList<DeskLook>> LooksAsync(string handOverId, CancellationToken cancellationToken) =>
        (await FindAsync(DeskLooks.RecordKind, handOverId, DeskJson.Default.DeskLooks, cancellationToken))?.Looks ?? [];

    /// <returns>To be done or done; null when there is none.</returns>
    public async Task<DeskTask?> FindTaskAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(DeskTask.OpenKind, id, DeskJson.Default.DeskTask, cancellationToken)
            ?? await FindAsync(DeskTask.SettledKind, id, DeskJson.Default.DeskTask, cancellationToken);

    /// <returns>Null where the hand-over is at no hub.</returns>
    public Task<HubLink?> FindLinkAsync(string handOverId, CancellationToken cancellationToken) =>
        FindAsync(HubLink.RecordKind, handOverId, HubJson.Default.HubLink, cancellationToken);

    /// <returns>Null while it has not been carried out.</returns>
    public Task<DeskActResult?> FindResultAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(DeskRequest.ResultKind, key, DeskJson.Default.DeskActResult, cancellationToken);

    public static T? Read<T>(string json, JsonTypeInfo<T> type) where T : class => JsonSerializer.Deserialize(json, type);

    private async Task<T?> FindAsync<T>(string kind, string key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => await records.FindAsync(kind, key, cancellationToken) is { } record ? Read(record.Json, type) : null;

    private async Task<IReadOnlyList<T>> ListAsync<T>(string kind, long after, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        [.. (await listed.ListAsync(kind, after, cancellationToken)).Select(record => Read(record.Json, type)).OfType<T>()];
}
